"""Staff find nothing wrong: the product stays, and nobody is told."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Case, Step
from ..shapes import CaseState, CaseStep


class CaseDecided(Refusal):
    """Somebody of the staff was quicker, or there is no such case."""

    code = "cases.case_decided"


@action(power=Power.CATALOGUE_MANAGE)
def dismiss_case(*, actor: Actor, case_id: UUID) -> None:
    case = Case.objects.open_locked(case_id)
    if case is None:
        raise CaseDecided()
    case.state, case.decided_at = CaseState.DISMISSED, now()
    case.save(update_fields=["state", "decided_at"])
    Step.objects.create(case=case, step=CaseStep.DISMISSED, person_id=actor.person_id)

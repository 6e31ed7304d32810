"""Staff find nothing wrong: the product stays, and nobody is told."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_held

from ..models import Case
from ..models import Step as CaseMove
from ..shapes import CaseStep
from ..states import CASE


class CaseDecided(Refusal):
    """Somebody of the staff was quicker, or there is no such case."""

    code = "cases.case_decided"


@action(power=Power.CATALOGUE_MANAGE)
def dismiss_case(*, actor: Actor, case_id: UUID) -> None:
    case = Case.objects.open_locked(case_id)
    dismissed = Step("dismiss", actor, sets={"decided_at": now()})
    if case is None or not move_held(CASE, case, dismissed):
        raise CaseDecided()
    case.save(update_fields=["state", "decided_at"])
    CaseMove.objects.create(case=case, step=CaseStep.DISMISSED, person_id=actor.person_id)

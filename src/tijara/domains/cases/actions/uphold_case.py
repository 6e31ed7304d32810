"""Staff take a reported product off the market, and tell who sells it why."""

from uuid import UUID

from tijara.domains.catalogue.actions import publish_product
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_held

from ..models import Case
from ..models import Step as CaseMove
from ..rules import checked_words, report_faults
from ..shapes import CaseStep
from ..states import CASE
from .dismiss_case import CaseDecided
from .tell_sellers import tell_sellers


class DecisionInvalid(Invalid):
    code = "cases.decision_invalid"


@action(power=Power.CATALOGUE_MANAGE)
def uphold_case(*, actor: Actor, case_id: UUID, reason: str, words: str) -> None:
    """The product is barred in the same commit: only staff put it back."""
    words = checked_words(words)
    if faults := report_faults(reason, words):
        raise DecisionInvalid(faults)
    case = Case.objects.open_locked(case_id)
    if case is None:
        raise CaseDecided()
    publish_product(actor=actor, seller_id=None, product_id=case.subject_id, is_published=False)
    told = {"decided_at": now(), "reason": reason, "words": words}
    move_held(CASE, case, Step("uphold", actor, vouched=("product_is_barred",), sets=told))
    case.save(update_fields=["state", "decided_at", "reason", "words"])
    step = CaseMove.objects.create(
        case=case, step=CaseStep.UPHELD, words=words, person_id=actor.person_id
    )
    tell_sellers(actor=SYSTEM, step_id=step.id)

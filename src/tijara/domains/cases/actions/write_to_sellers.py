"""Staff write to who sells a reported product, before they decide."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Case, Step
from ..rules import checked_words, words_faults
from ..shapes import CaseStep
from .dismiss_case import CaseDecided
from .tell_sellers import tell_sellers


class WordsInvalid(Invalid):
    code = "cases.words_invalid"


@action(power=Power.CATALOGUE_MANAGE)
def write_to_sellers(*, actor: Actor, case_id: UUID, words: str) -> None:
    """Sent twice it is written once: the last letter's words are not written again."""
    words = checked_words(words)
    if faults := words_faults(words, is_needed=True):
        raise WordsInvalid(faults)
    case = Case.objects.open_locked(case_id)
    if case is None:
        raise CaseDecided()
    last = Step.objects.filter(case=case).order_by("-done_at").first()
    if last and last.words == words:
        return
    step = Step.objects.create(
        case=case, step=CaseStep.WRITTEN, words=words, person_id=actor.person_id
    )
    tell_sellers(actor=SYSTEM, step_id=step.id)

"""The owner of a phone to which cash is not offered asks for it again."""

from uuid import UUID

from tijara.domains.markets.queries import market_by_id, tidy_address
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action
from tijara.platform.secrets import seal

from ..models import BlockedPhone
from ..rules import LONGEST_APPEAL, about_answer, marks_of
from ..shapes import AppealState


class AppealInvalid(Invalid):
    code = "cash_terms.appeal_invalid"


class NotBlocked(Refusal):
    """Cash is offered to this number, as far as it goes; or it has asked already."""

    code = "cash_terms.not_blocked"


@action(power=Power.BUY)
def ask_for_cash(*, actor: Actor, market_id: UUID, phone: str, words: str, language: str) -> None:
    """Once for each block: the answer goes to that phone, which is sealed until then. Asked again,
    the first asking stands."""
    tidy, wrong = tidy_address({"phone": phone}, market_by_id(market_id).country)
    words = strip_controls(words, keep_lines=True).strip()
    faults = {"phone": wrong["phone"]} if "phone" in wrong else {}
    if not words:
        faults["words"] = "required"
    elif len(words) > LONGEST_APPEAL:
        faults["words"] = "too_long"
    if faults:
        raise AppealInvalid(faults)
    rows = BlockedPhone.objects.select_for_update().filter(
        market_id=market_id, mark__in=list(marks_of(tidy["phone"])), lifted_at=None
    )
    block = next((one for one in rows if one.until is None or one.until > now()), None)
    if block is None or block.appeal != AppealState.NONE:
        raise NotBlocked()
    block.appeal, block.appeal_text, block.appealed_at = AppealState.ASKED, words, now()
    block.answer_sealed = seal(tidy["phone"], about=about_answer(block.id))
    block.answer_language = language
    block.save()

"""Write down that a carrier will not pay what a letter asks for, and why."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Claim
from ..states import CLAIM
from .propose_write_off import NoOpenClaim

LONGEST_ANSWER = 300


class AnswerInvalid(Invalid):
    code = "cash.answer_invalid"


@action(power=Power.PAYMENTS_MANAGE)
def note_refusal(*, actor: Actor, letter_id: UUID, words: str) -> int:
    """How many claims he refuses: those of the letter that nothing has answered. They still owe:
    his list may bring the cash, staff may ask again, or two of them give it up."""
    words = strip_controls(words).strip()
    if not words or len(words) > LONGEST_ANSWER:
        raise AnswerInvalid({"words": "too_long" if words else "required"})
    rows = Claim.objects.filter(letter_id=letter_id, ended_at=None)
    told = {"answered_at": now(), "answer": words}
    many = move_rows(CLAIM, rows, Step("refuse", actor, sets=told))
    if not many:
        raise NoOpenClaim()
    return many

"""A payout that had gone through came back from the seller's bank."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record
from tijara.platform.process.moving import Outcome, Step, move

from ..events import PayoutCameBack
from ..models.track import TRACK
from .answer_transfers import LONGEST_REASON, AnswerInvalid


@action(power=Power.PAYOUTS_RECORD)
def return_transfer(*, actor: Actor, seller_id: UUID, transfer_id: UUID, reason: str) -> bool:
    """It is owed to him again, and his people are told. False: it was not paid, or is back."""
    tidy = strip_controls(reason)
    if not tidy or len(tidy) > LONGEST_REASON:
        raise AnswerInvalid({"reason": "too_long" if tidy else "required"})
    step = Step("return", actor, does=("credit_anew",), sets={"reason": tidy})
    moved = move(TRACK, seller_id, transfer_id, step)
    if moved.outcome is not Outcome.MOVED:
        return False
    minor, currency = moved.row["amount_minor"], moved.row["currency"]
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="payout_returned",
        reference_id=transfer_id,
        currency=currency,
        transfers=[Transfer(Account.BANK, Account.SELLER_PAYABLE, minor)],
    )
    record(seller_id, PayoutCameBack(seller_id, transfer_id, minor, currency))
    return True

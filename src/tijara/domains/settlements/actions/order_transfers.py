"""The transfers of approved runs leave the sellers' accounts, one by one."""

from uuid import UUID

from django.db import transaction

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Outcome, Step, move

from ..models import BankAccount, PayoutRun, PayoutTransfer
from ..models.track import TRACK
from ..queries import payable
from ..shapes import LeftOut, RunState, TransferState
from .keep_reserve import keep_reserve

AT_ONCE = 200


@action(power=Power.SYSTEM, atomic=False)
def order_transfers(*, actor: Actor) -> int:
    """So many at once, each in its own commit: cut off, it goes on where it was, and of two at once
    one orders each. Returns how many were looked at."""
    approved = PayoutRun.objects.filter(state=RunState.APPROVED).values("id")
    waiting = PayoutTransfer.objects.filter(run_id__in=approved, state=TransferState.PROPOSED)
    keys = list(waiting.order_by("proposed_at", "id").values_list("seller_id", "id")[:AT_ONCE])
    for seller_id, transfer_id in keys:
        _order(seller_id, transfer_id)
    return len(keys)


@transaction.atomic
def _order(seller_id: UUID, transfer_id: UUID) -> None:
    """His bank account's row is locked until the commit, so that of two payouts at once the second
    sees what the first has left."""
    bank = BankAccount.objects.select_for_update(no_key=True).filter(seller_id=seller_id).first()
    transfer = PayoutTransfer.objects.get(seller_id=seller_id, id=transfer_id)
    if bank is None or bank.changed_at > transfer.proposed_at:
        return _leave_out(transfer, LeftOut.ACCOUNT_CHANGED)
    keep_reserve(actor=SYSTEM, seller_id=seller_id)
    if payable(seller_id).minor < transfer.amount_minor:
        return _leave_out(transfer, LeftOut.OWED_LESS)
    step = Step("order", SYSTEM, does=("take_off",), vouched=("approved", "owed"))
    if move(TRACK, seller_id, transfer_id, step).outcome is not Outcome.MOVED:
        return None
    return post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="payout_ordered",
        reference_id=transfer_id,
        currency=transfer.currency,
        transfers=[
            Transfer(Account.SELLER_PAYABLE, Account.PAYOUTS_ON_THEIR_WAY, transfer.amount_minor)
        ],
    )


def _leave_out(transfer: PayoutTransfer, why: LeftOut) -> None:
    step = Step("leave_out", SYSTEM, sets={"reason": str(why)})
    move(TRACK, transfer.seller_id, transfer.id, step)

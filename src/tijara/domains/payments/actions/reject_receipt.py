"""A receipt does not prove a transfer: the buyer is told why, and may bring another."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Receipt
from ..shapes import RejectReason, TransferNews
from ..states import RECEIPT
from .tell_of_charge import tell_of_charge

LONGEST = 300


class NoReceiptWaiting(Refusal):
    """Somebody was quicker."""

    code = "payments.no_receipt_waiting"
    kind = Kind.CONFLICT


@action(power=Power.PAYMENTS_MANAGE)
def reject_receipt(
    *, actor: Actor, buyer_id: UUID, receipt_id: UUID, reason: RejectReason, note: str = ""
) -> None:
    """`note` is shown to the buyer as it is."""
    row = Receipt.objects.filter(buyer_id=buyer_id, id=receipt_id)
    charge_id = row.values_list("charge_id", flat=True).first()
    told = {
        "reason": reason,
        "note": strip_controls(note)[:LONGEST],
        "decided_at": now(),
        "person_id": actor.person_id,
    }
    rejected = move_rows(RECEIPT, row, Step("reject", actor, sets=told))
    if charge_id is None or not rejected:
        raise NoReceiptWaiting()
    tell_of_charge(
        actor=SYSTEM,
        buyer_id=buyer_id,
        charge_id=charge_id,
        news=TransferNews.REJECTED,
        about=receipt_id,
    )

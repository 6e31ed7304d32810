"""A refund's money has gone back: write it down, once, and tell whom it concerns."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..events import RefundPaid
from ..models import Charge, Refund
from ..shapes import Purpose
from ..states import REFUND


@action(power=Power.SYSTEM)
def mark_refund_paid(
    *, actor: Actor, buyer_id: UUID, refund_id: UUID, bank_reference: str = ""
) -> bool:
    """False where it was written down before."""
    row = Refund.objects.filter(buyer_id=buyer_id, id=refund_id)
    told = {
        "paid_at": now(),
        "bank_reference": bank_reference,
        "needs_staff": False,
        "retry_at": None,
        "last_error": "",
    }
    done = move_rows(REFUND, row, Step("pay", actor, does=("give_back",), sets=told))
    if done:
        _tell(row.get())
    return bool(done)


def _tell(refund: Refund) -> None:
    """What came twice was never an order's: nobody above has to know."""
    if refund.seller_id is None or refund.order_id is None:
        return
    fact = RefundPaid(
        buyer_id=refund.buyer_id,
        refund_id=refund.id,
        charge_id=refund.charge_id,
        seller_id=refund.seller_id,
        order_id=refund.order_id,
        method=refund.method,
        amount_minor=refund.amount_minor,
        currency=refund.currency,
        purpose=_purpose(refund),
        is_by_bank=bool(refund.bank_reference),
    )
    record(refund.buyer_id, fact)


def _purpose(refund: Refund) -> Purpose:
    """Of the charge that it goes back of; cash has none, and is always an order's."""
    paid = Charge.objects.filter(buyer_id=refund.buyer_id, id=refund.charge_id)
    return Purpose(paid.values_list("purpose", flat=True).first() or Purpose.ORDERS)

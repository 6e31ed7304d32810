"""Write down that an order's money goes back to its buyer, the way it came."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Attempt, Refund
from ..shapes import PaymentMethod, RefundState, RefundToOpen


@action(power=Power.SYSTEM)
def open_refund(*, actor: Actor, buyer_id: UUID, refund: RefundToOpen) -> UUID:
    """The refund's id; the same order (or reference) again is answered with the refund that stands.

    A card's money is given back by a job; staff give back transfers and cash, and write it down.
    """
    attempt_id = None
    if refund.method == PaymentMethod.CARD:
        paid = Attempt.objects.filter(buyer_id=buyer_id, charge_id=refund.charge_id, state="paid")
        attempt_id = paid.values_list("id", flat=True).first()
    row = Refund(
        buyer_id=buyer_id,
        once=f"order:{refund.seller_id.hex}:{(refund.reference_id or refund.order_id).hex}",
        charge_id=refund.charge_id,
        attempt_id=attempt_id,
        seller_id=refund.seller_id,
        order_id=refund.order_id,
        number=refund.number,
        method=refund.method,
        state=RefundState.DUE,
        currency=refund.amount.currency,
        amount_minor=refund.amount.minor,
        reason=refund.reason,
        needs_staff=attempt_id is None,
    )
    Refund.objects.bulk_create([row], ignore_conflicts=True)
    return Refund.objects.values_list("id", flat=True).get(buyer_id=buyer_id, once=row.once)

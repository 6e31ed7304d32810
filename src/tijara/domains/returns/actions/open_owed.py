"""Write down that money of an order is its buyer's again, and ask for it to be given back."""

from uuid import UUID

from tijara.domains.orders.shapes import OrderView
from tijara.domains.payments.actions import open_refund
from tijara.domains.payments.shapes import PaymentMethod, RefundToOpen
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Owed
from ..shapes import RefundCause


@action(power=Power.SYSTEM)
def open_owed(
    *,
    actor: Actor,
    order: OrderView,
    reference: str,
    amount: Money,
    cause: RefundCause,
    reason: str = "",
    is_restocked: bool = False,
) -> UUID:
    """Once for a reference: asked again, it answers with what stands. The caller has posted it."""
    there = Owed.objects.filter(seller_id=order.seller_id, reference=reference)
    if known := there.values_list("id", flat=True).first():
        return known
    owed_id = new_id()
    refund = RefundToOpen(
        charge_id=order.charge_id,
        seller_id=order.seller_id,
        order_id=order.id,
        number=order.number,
        method=PaymentMethod(order.payment_method),
        amount=amount,
        reason=reason or cause,
        reference_id=owed_id,
    )
    Owed.objects.create(
        seller_id=order.seller_id,
        id=owed_id,
        reference=reference,
        order_id=order.id,
        buyer_id=order.buyer_id,
        cause=cause,
        reason=reason,
        is_restocked=is_restocked,
        currency=amount.currency,
        amount_minor=amount.minor,
        method=order.payment_method,
        payment_refund_id=open_refund(actor=SYSTEM, buyer_id=order.buyer_id, refund=refund),
    )
    return owed_id

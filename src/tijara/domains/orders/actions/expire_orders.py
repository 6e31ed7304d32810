"""End the orders whose time to be paid or confirmed is over."""

from datetime import timedelta

from django.db.models import Q

from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Order
from ..shapes import CancelReason, OrderState
from .expire_order import expire_order

GRACE = timedelta(days=1)
"""An order with a charge ends when its charge does. Should that never be told, it ends a day later:
no unit stays with nobody."""


@action(power=Power.SYSTEM, atomic=False)
def expire_orders(*, actor: Actor, limit: int = 500) -> int:
    """How many. Each in a commit of its own."""
    moment, cash = now(), PaymentMethod.CASH_ON_DELIVERY
    over = Q(payment_method=cash, due_at__lt=moment) | Q(due_at__lt=moment - GRACE)
    rows = Order.objects.filter(over, state=OrderState.PENDING).order_by("due_at")
    ended = 0
    for seller_id, order_id, method in rows.values_list("seller_id", "id", "payment_method")[
        :limit
    ]:
        reason = CancelReason.NOT_CONFIRMED if method == cash else CancelReason.NOT_PAID
        ended += expire_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, reason=reason)
    return ended

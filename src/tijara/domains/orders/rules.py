"""Pure rules of orders."""

from typing import Any

from .events import RefundDue


def refund_due(order: Any, *, is_late: bool = False) -> RefundDue:
    """`order` is a row that was paid: all of it is the buyer's again."""
    return RefundDue(
        seller_id=order.seller_id,
        order_id=order.id,
        number=order.number,
        buyer_id=order.buyer_id,
        charge_id=order.charge_id,
        method=order.payment_method,
        amount_minor=order.total_minor,
        currency=order.currency,
        is_late=is_late,
    )

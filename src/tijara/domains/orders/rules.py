"""Pure rules of orders."""

from typing import Any

from .events import RefundDue


def paid_minor(order: Any) -> int:
    """What has come for an order: all of it, or what its buyer's wallet and what was paid ahead
    come to so far."""
    return order.total_minor if order.paid_at else order.credit_minor + order.ahead_minor


def refund_due(order: Any, *, is_late: bool = False) -> RefundDue:
    """`order` is a row: what was paid of it is the buyer's again. Of money that came late, only
    that: what came before went back when the order ended."""
    before = order.credit_minor + order.ahead_minor
    return RefundDue(
        seller_id=order.seller_id,
        order_id=order.id,
        number=order.number,
        buyer_id=order.buyer_id,
        charge_id=order.charge_id,
        method=order.payment_method,
        amount_minor=order.total_minor - before if is_late else paid_minor(order),
        currency=order.currency,
        credit_minor=0 if is_late else order.credit_minor,
        ahead_minor=0 if is_late else order.ahead_minor,
        is_late=is_late,
    )

"""Orders that wait for what their buyer is to put down before they are paid in cash."""

from uuid import UUID

from tijara.kit.money import Money

from ..models import Order
from ..shapes import DepositAsked, OrderState

ASKED = ("seller_id", "id", "number", "ahead_minor", "currency", "placed_at", "due_at")


def deposits_asked(seller_id: UUID | None = None) -> list[DepositAsked]:
    """The newest first, of one seller or of all, for staff: few at a time, for minutes or days."""
    rows = Order.objects.filter(state=OrderState.PENDING, forfeit_bp__isnull=False)
    rows = rows.filter(seller_id=seller_id) if seller_id else rows
    return [
        DepositAsked(seller_id, order_id, number, Money(minor, currency), placed_at, due_at)
        for seller_id, order_id, number, minor, currency, placed_at, due_at in rows.order_by(
            "-placed_at", "-id"
        ).values_list(*ASKED)
    ]

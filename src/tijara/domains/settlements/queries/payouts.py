"""What was paid to sellers."""

from uuid import UUID

from tijara.kit.money import Money
from tijara.kit.page import Page

from ..models import Payout
from ..shapes import PayoutView

PAYOUT = (
    "seller_id", "id", "amount_minor", "currency", "bank_reference", "paid_on", "holder", "masked",
    "recorded_at",
)  # fmt: skip


def payout(seller_id: UUID, payout_id: UUID) -> PayoutView | None:
    rows = Payout.objects.filter(seller_id=seller_id, id=payout_id).values_list(*PAYOUT)
    return next((_payout(*row) for row in rows), None)


def payouts_of_seller(seller_id: UUID, *, page: int = 1, size: int = 30) -> Page[PayoutView]:
    """The newest first."""
    return _page(Payout.objects.filter(seller_id=seller_id), page, size)


def all_payouts(*, page: int = 1, size: int = 30) -> Page[PayoutView]:
    """Of all sellers, the newest first: for staff."""
    return _page(Payout.objects.all(), page, size)


def _page(rows, page: int, size: int) -> Page[PayoutView]:
    start = (page - 1) * size
    found = rows.order_by("-recorded_at", "-id").values_list(*PAYOUT)[start : start + size + 1]
    listed = [_payout(*row) for row in found]
    return Page(listed[:size], page, size, has_next=len(listed) > size)


def _payout(
    seller_id: UUID, payout_id: UUID, amount_minor: int, currency: str, *rest
) -> PayoutView:
    return PayoutView(seller_id, payout_id, Money(amount_minor, currency), *rest)

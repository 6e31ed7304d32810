"""What was paid to sellers."""

from dataclasses import replace
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, Sum

from tijara.kit.money import Money
from tijara.kit.page import Page

from ..models import Payout, PayoutTransfer
from ..shapes import PayoutView, TransferState

PAYOUT = (
    "seller_id", "id", "amount_minor", "currency", "bank_reference", "paid_on", "holder", "masked",
    "recorded_at", "came_back_at", "reason",
)  # fmt: skip


def payout(seller_id: UUID, payout_id: UUID) -> PayoutView | None:
    rows = _told(seller_id=seller_id, id=payout_id).values_list(*PAYOUT)
    return next((_payout(*row) for row in rows), None)


def payouts_of_seller(seller_id: UUID, *, page: int = 1, size: int = 30) -> Page[PayoutView]:
    """The newest first."""
    return _page(_told(seller_id=seller_id), page, size)


def last_payout(seller_id: UUID) -> PayoutView | None:
    """The newest that has not come back."""
    rows = _kept(seller_id).order_by("-recorded_at", "-id").values_list(*PAYOUT)
    return next((_payout(*row) for row in rows[:1]), None)


def all_payouts(*, page: int = 1, size: int = 30) -> Page[PayoutView]:
    """Of all sellers, the newest first: for staff."""
    return _page(_told(), page, size)


def paid_in(seller_id: UUID, year: int) -> int:
    """Minor units, without what has come back."""
    rows = _kept(seller_id).filter(paid_on__year=year)
    return rows.aggregate(sum=Sum("amount_minor", default=0))["sum"]


def _kept(seller_id: UUID) -> QuerySet[Payout]:
    """Without what his bank sent back: that is owed to him again."""
    return _told(seller_id=seller_id, came_back_at=None)


def _told(**which) -> QuerySet[Payout]:
    """A payout is never changed; what became of it stands in the transfer that has its id."""
    returned = PayoutTransfer.objects.filter(
        seller_id=OuterRef("seller_id"), id=OuterRef("id"), state=TransferState.RETURNED
    )
    told = Payout.objects.annotate(
        came_back_at=Subquery(returned.values("moved_at")),
        reason=Subquery(returned.values("reason")),
    )
    return told.filter(**which)


def _page(rows, page: int, size: int) -> Page[PayoutView]:
    start = (page - 1) * size
    found = rows.order_by("-recorded_at", "-id").values_list(*PAYOUT)[start : start + size + 1]
    listed = [_payout(*row) for row in found]
    return Page(listed[:size], page, size, has_next=len(listed) > size)


def _payout(
    seller_id: UUID, payout_id: UUID, amount_minor: int, currency: str, *rest
) -> PayoutView:
    *told, came_back_at, reason = rest
    payout = PayoutView(seller_id, payout_id, Money(amount_minor, currency), *told)
    return replace(payout, came_back_at=came_back_at, reason=reason) if came_back_at else payout

"""Promotions for those who make them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, F, Q, Sum

from tijara.kit.ids import OPERATOR_ID
from tijara.kit.money import Money
from tijara.kit.page import Page

from ..models import PromotionRow, Use
from ..shapes import Figures, Promotion, PromotionState
from .known import COLUMNS, as_promotions, joined_by

MOST_SHOWN = 60
A_MOMENT = timedelta(seconds=1)


def seller_promotions(seller_id: UUID, *, page: int = 1, size: int = 30) -> Page[Promotion]:
    """A seller's own, the newest first."""
    return _page(PromotionRow.objects.filter(owner_id=seller_id), page, size)


def market_promotions(market_id: UUID, *, page: int = 1, size: int = 30) -> Page[Promotion]:
    """Those of the market itself, the newest first."""
    rows = PromotionRow.objects.filter(owner_id=OPERATOR_ID, market_id=market_id)
    return _page(rows, page, size)


def promotions_between(
    owner_id: UUID, market_id: UUID, since: datetime, until: datetime
) -> list[Promotion]:
    """Those that hold on a day of these, paused ones too, the earliest first."""
    rows = PromotionRow.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=since),
        owner_id=owner_id,
        market_id=market_id,
        starts_at__lt=until,
    ).exclude(state=PromotionState.ENDED, ends_at__lte=F("starts_at") + A_MOMENT)
    told = rows.order_by("starts_at", "id").values_list(*COLUMNS)[:MOST_SHOWN]
    return as_promotions(told, joined_by())


def promotion(owner_id: UUID, promotion_id: UUID) -> Promotion | None:
    rows = PromotionRow.objects.filter(owner_id=owner_id, id=promotion_id).values_list(*COLUMNS)
    return next(iter(as_promotions(rows, joined_by())), None)


def figures(
    promotion_ids: Iterable[UUID], currency: str, *, seller_id: UUID | None = None
) -> dict[UUID, Figures]:
    """What each has done; of one seller's orders, or of all."""
    rows = Use.objects.filter(promotion_id__in=list(promotion_ids), undone_at=None)
    if seller_id is not None:
        rows = rows.filter(seller_id=seller_id)
    told = (
        rows.order_by()
        .values_list("promotion_id")
        .annotate(Count("id"), Sum("sales_minor"), Sum("minor"), Sum("market_minor"))
    )
    return {
        id: Figures(orders, *(Money(int(minor), currency) for minor in sums))
        for id, orders, *sums in told
    }


def _page(rows, page: int, size: int) -> Page[Promotion]:
    page = max(page, 1)
    start = (page - 1) * size
    told = list(rows.order_by("-made_at", "-id").values_list(*COLUMNS)[start : start + size + 1])
    found = as_promotions(told, joined_by())
    return Page(found[:size], page, size, has_next=len(found) > size)

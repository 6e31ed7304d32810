"""Every promotion that is on, soon will be, or was of late: kept in the process for seconds."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from tijara.kit.clock import now
from tijara.kit.rebuilding import rebuild
from tijara.kit.recent import Recent

from ..models import Joining, PromotionRow
from ..shapes import Limits, Promotion, PromotionState, Terms

COLUMNS = (
    "owner_id", "id", "market_id", "state", "name_ar", "name_en", "name_fr", "code", "starts_at",
    "ends_at", "priority", "is_combinable", "terms", "most_uses", "most_each", "budget_minor",
    "uses", "spent_minor",
)  # fmt: skip
SOON = 5
LATELY = timedelta(days=35)
"""So long one that is over is still known: its code is told from one that never was, and the price
that it showed counts as a price before."""


def known_in(market_id: UUID) -> list[Promotion]:
    return _known.get().get(market_id, [])


def forget_promotions() -> None:
    """After a change: this process shows it at once, others within seconds."""
    _known.forget()
    _joined.forget()


def as_promotions(rows: Iterable[tuple], joined: dict[UUID, set[UUID]]) -> list[Promotion]:
    return [_promotion(row, frozenset(joined.get(row[1], ()))) for row in rows]


def joined_by() -> dict[UUID, set[UUID]]:
    """Sellers by the promotion of the market that they have joined: of all, so kept as well."""
    return _joined.get()


def _load_joined() -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = {}
    for seller_id, promotion_id in Joining.objects.values_list("seller_id", "id"):
        found.setdefault(promotion_id, set()).add(seller_id)
    return found


def _promotion(row: tuple, joined: frozenset[UUID]) -> Promotion:
    told: dict[str, Any] = dict(zip(COLUMNS, row, strict=True))
    limits = Limits(*(told.pop(name) for name in ("most_uses", "most_each", "budget_minor")))
    state, terms = PromotionState(told.pop("state")), rebuild(Terms, told.pop("terms"))
    return Promotion(**told, state=state, terms=terms, limits=limits, joined=joined)


def _load() -> dict[UUID, list[Promotion]]:
    recent = Q(ends_at=None) | Q(ends_at__gt=now() - LATELY)
    rows = list(PromotionRow.objects.filter(recent).order_by("id").values_list(*COLUMNS))
    found: dict[UUID, list[Promotion]] = {}
    for one in as_promotions(rows, _load_joined() if rows else {}):
        found.setdefault(one.market_id, []).append(one)
    return found


_known = Recent(_load, SOON)
_joined = Recent(_load_joined, SOON)

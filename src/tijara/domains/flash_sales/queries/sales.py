"""Flash sales as their seller, the market and buyers see them."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from tijara.domains.stores.queries import stores
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.recent import RecentOf

from ..models import Item, Sale
from ..rules import lot_of
from ..shapes import Audience, SaleItem, SaleState, SaleView

PAGE = 100
SHOWN_AFTER = timedelta(hours=48)
"""How long a sale that is over stays on the market's page of sales."""
COLUMNS = (
    "seller_id",
    "id",
    "market_id",
    "state",
    "name_ar",
    "name_en",
    "name_fr",
    "starts_at",
    "ends_at",
    "per_person",
    "per_household",
    "audience",
    "turn_minutes",
    "wave",
    "seed",
    "note",
)


def sale(seller_id: UUID, sale_id: UUID) -> SaleView | None:
    return next(iter(_views(Sale.objects.filter(seller_id=seller_id, id=sale_id))), None)


def recent_sale(seller_id: UUID, sale_id: UUID) -> SaleView | None:
    """As it stood a moment ago: for pages that many look at."""
    return _recent.get([(seller_id, sale_id)]).get((seller_id, sale_id))


def sales_of_seller(seller_id: UUID) -> list[SaleView]:
    return _views(Sale.objects.filter(seller_id=seller_id).order_by("-made_at")[:PAGE])


def sales_in(market_id: UUID) -> list[SaleView]:
    """Those that a market shows: running, coming, over since a while. Asked for each few seconds,
    however many look."""
    return _shown.get([market_id])[market_id]


def sales_of_market(market_ids: Iterable[UUID]) -> list[SaleView]:
    """For the office: the newest first."""
    rows = Sale.objects.filter(market_id__in=list(market_ids))
    return _views(rows.order_by("-made_at")[:PAGE])


def sales_waiting(market_ids: Iterable[UUID]) -> int:
    """How many wait for the market's word."""
    rows = Sale.objects.filter(market_id__in=list(market_ids), state=SaleState.PROPOSED)
    return rows.count()


def may_sell(seller_id: UUID) -> bool:
    """Whether its shop is open, and nobody has suspended it. A sale of one that isn't stands still,
    whatever the sale says itself."""
    store = stores({seller_id}).get(seller_id)
    return store is not None and store.is_open


def alive_sales() -> list[tuple[UUID, UUID]]:
    """Those that the clock looks after."""
    alive = (SaleState.PROPOSED, SaleState.AGREED, SaleState.PAUSED)
    begun = Sale.objects.filter(state__in=alive, starts_at__lte=now())
    return list(begun.values_list("seller_id", "id")[:PAGE])


def forget_sales() -> None:
    _recent.forget()
    _shown.forget()


def _views(rows) -> list[SaleView]:
    told = list(rows.values_list(*COLUMNS))
    items: dict[UUID, list[SaleItem]] = {}
    if told:
        keys = {(row[0], row[1]) for row in told}
        for sale_id, item in _items({seller for seller, _ in keys}, {id for _, id in keys}):
            items.setdefault(sale_id, []).append(item)
    return [_view(row, tuple(items.get(row[1], ()))) for row in told]


def _view(row: tuple, items: tuple[SaleItem, ...]) -> SaleView:
    given = dict(zip(COLUMNS, row, strict=True))
    given["lot"] = lot_of(bytes(given.pop("seed")))
    given["state"] = SaleState(given["state"])
    given["audience"] = Audience(given["audience"])
    return SaleView(**given, items=items)


def _items(seller_ids: set[UUID], sale_ids: set[UUID]):
    rows = Item.objects.filter(seller_id__in=seller_ids, sale_id__in=sale_ids)
    told = rows.order_by("place").values_list(
        "sale_id",
        "id",
        "offer_id",
        "stock_id",
        "variant_id",
        "price_minor",
        "currency",
        "units",
        "held",
        "sold",
    )
    for sale_id, id, offer, stock, variant, minor, currency, units, held, sold in told:
        yield (
            sale_id,
            SaleItem(id, offer, stock, variant, Money(minor, currency), units, held, sold),
        )


def _load(keys: set[tuple[UUID, UUID]]) -> dict[tuple[UUID, UUID], SaleView | None]:
    sellers, ids = {seller for seller, _ in keys}, {id for _, id in keys}
    found = _views(Sale.objects.filter(seller_id__in=sellers, id__in=ids))
    by_key = {(one.seller_id, one.id): one for one in found}
    return {key: by_key.get(key) for key in keys}


_recent = RecentOf[tuple[UUID, UUID], SaleView | None](_load, 1.0, most=500)


def _load_shown(market_ids: set[UUID]) -> dict[UUID, list[SaleView]]:
    shown = Q(state__in=(SaleState.AGREED, SaleState.PAUSED, SaleState.ENDED))
    rows = Sale.objects.filter(shown, ends_at__gt=now() - SHOWN_AFTER).order_by("starts_at")
    return {
        market_id: _views(
            rows.filter(market_id=market_id).exclude(audience=Audience.BY_LINK)[:PAGE]
        )
        for market_id in market_ids
    }


_shown = RecentOf(_load_shown, 5.0)

"""What stands on a market's front page, and what waits to."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from .models import Banner as Row
from .models import Shelf as ShelfRow
from .rules import AT_FIRST, first_shelf_id
from .shapes import MOST_SHELVES_SHOWN, MOST_SHOWN, Banner, Shelf, ShelfSource, Standing

COLUMNS = tuple(Banner.__dataclass_fields__)
SHELF_COLUMNS = tuple(Shelf.__dataclass_fields__)


def front_tag(market_id: UUID) -> str:
    """What a market's front page carries, and actions that arrange it tell of."""
    return f"front:{market_id}"


def banners(market_id: UUID) -> list[Banner]:
    """All of a market, in their order: for who arranges them."""
    return _read(Row.objects.filter(market_id=market_id))


def banners_shown(market_id: UUID, on: date, *, most: int = MOST_SHOWN) -> list[Banner]:
    """The first of those that stand on the front page that day."""
    begun = Q(shown_from=None) | Q(shown_from__lte=on)
    lasts = Q(shown_until=None) | Q(shown_until__gte=on)
    return _read(Row.objects.filter(begun, lasts, market_id=market_id, is_on=True))[:most]


def banner(market_id: UUID, banner_id: UUID) -> Banner | None:
    return next(iter(_read(Row.objects.filter(market_id=market_id, id=banner_id))), None)


def shelves(market_id: UUID) -> list[Shelf]:
    """All of a market, in their order; where none is kept, those that a front page has of itself.
    For who arranges them, and for who shows them."""
    kept = ShelfRow.objects.filter(market_id=market_id).order_by("position", "id")
    return [_shelf(row) for row in kept.values(*SHELF_COLUMNS)] or [
        Shelf(
            id=first_shelf_id(market_id, source),
            market_id=market_id,
            position=place,
            source=source,
        )
        for place, source in enumerate(AT_FIRST, start=1)
    ]


def shelves_shown(market_id: UUID, on: date, *, most: int = MOST_SHELVES_SHOWN) -> list[Shelf]:
    """The first of those that stand on the front page that day, in one statement."""
    return [one for one in shelves(market_id) if one.state_on(on) is Standing.SHOWN][:most]


def shelf(market_id: UUID, shelf_id: UUID) -> Shelf | None:
    return next((one for one in shelves(market_id) if one.id == shelf_id), None)


def _shelf(row: dict) -> Shelf:
    source, products = ShelfSource(row["source"]), tuple(row["products"])
    return Shelf(**(row | {"source": source, "products": products}))


def _read(rows) -> list[Banner]:
    return [Banner(**row) for row in rows.order_by("position", "id").values(*COLUMNS)]

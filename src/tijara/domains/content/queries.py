"""What stands on a market's front page, and what waits to."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from .models import Banner as Row
from .shapes import MOST_SHOWN, Banner

COLUMNS = tuple(Banner.__dataclass_fields__)


def banner_tag(market_id: UUID) -> str:
    """What pages that show a market's banners carry, and their actions tell of."""
    return f"banners:{market_id}"


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


def _read(rows) -> list[Banner]:
    return [Banner(**row) for row in rows.order_by("position", "id").values(*COLUMNS)]

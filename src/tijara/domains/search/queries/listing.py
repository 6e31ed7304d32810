"""Every product of a market, in parts of a known size: for machines that list a shop."""

from datetime import datetime
from itertools import islice
from uuid import UUID

from ..models import Document
from ..shapes import ProductCard
from .shelves import cards

STEP = 1000


def listing_starts(market_id: UUID, size: int) -> list[UUID]:
    """The first product of each part of `size`. Reads the whole index once: ask seldom."""
    ids = Document.objects.filter(market_id=market_id).order_by("product_id")
    return list(islice(ids.values_list("product_id", flat=True).iterator(STEP), 0, None, size))


def listed(market_id: UUID, start: UUID, size: int) -> list[tuple[str, datetime]]:
    """(slug, last changed) of the part that begins with `start`. One statement."""
    part = Document.objects.filter(market_id=market_id, product_id__gte=start)
    return list(part.order_by("product_id").values_list("slug", "indexed_at")[:size])


def listed_cards(market_id: UUID, start: UUID, size: int) -> list[ProductCard]:
    """The same part, as it stands on shelves. Two statements."""
    part = Document.objects.filter(market_id=market_id, product_id__gte=start)
    ids = part.order_by("product_id").values_list("product_id", flat=True)
    return cards(list(ids[:size]), market_id)

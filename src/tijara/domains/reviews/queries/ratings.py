"""Totals of stars: of goods in a market, and of sellers."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django.db.models import QuerySet

from tijara.kit.recent import RecentOf
from tijara.platform.prepared import prepared

from ..models import ProductRating, SellerRating
from ..shapes import Rating

COUNTS = ("ones", "twos", "threes", "fours", "fives")
SECONDS = 20.0
NOBODY = Rating()


def ratings_of(market_id: UUID, product_ids: Iterable[UUID]) -> dict[UUID, Rating]:
    """As they stand now, in one statement: for an index. What nobody has reviewed is absent."""
    return {
        product_id: rating
        for product_id, *counts in _counts(market_id, list(product_ids))
        if (rating := _rating(*counts))
    }


def recent_ratings(market_id: UUID, product_ids: Iterable[UUID]) -> dict[UUID, Rating]:
    """As they stood some seconds ago: for cards. What nobody has reviewed is absent."""
    found = _recent.get((market_id, product_id) for product_id in product_ids)
    return {product_id: rating for (_market, product_id), rating in found.items() if rating}


def product_rating(market_id: UUID, product_id: UUID) -> Rating:
    """As it stands now, and where its reviews lie."""
    rows = ProductRating.objects.filter(market_id=market_id, product_id=product_id)
    found = next(iter(rows.values_list("sellers", *COUNTS)), None)
    return replace(_rating(*found[1:]), sellers=tuple(found[0])) if found else NOBODY


def seller_rating(seller_id: UUID) -> Rating:
    rows = SellerRating.objects.filter(seller_id=seller_id).values_list(*COUNTS)
    return next((_rating(*counts) for counts in rows), NOBODY)


def recent_seller_rating(seller_id: UUID) -> Rating:
    """As it stood some seconds ago."""
    return _recent_sellers.get([seller_id])[seller_id]


@prepared
def _counts(market_id: UUID, product_ids: list[UUID]) -> QuerySet:
    rows = ProductRating.objects.filter(market_id=market_id, product_id__among=product_ids)
    return rows.values_list("product_id", *COUNTS)


def _load(keys: set[tuple[UUID, UUID]]) -> dict[tuple[UUID, UUID], Rating]:
    """One statement for each market; a page has one."""
    found = dict.fromkeys(keys, NOBODY)
    for market_id in {market for market, _product in keys}:
        wanted = [product for market, product in keys if market == market_id]
        known = ratings_of(market_id, wanted)
        found |= {(market_id, product_id): rating for product_id, rating in known.items()}
    return found


def _load_sellers(seller_ids: set[UUID]) -> dict[UUID, Rating]:
    rows = SellerRating.objects.filter(seller_id__in=seller_ids).values_list("seller_id", *COUNTS)
    found = dict.fromkeys(seller_ids, NOBODY)
    return found | {seller_id: _rating(*counts) for seller_id, *counts in rows}


def _rating(ones: int, twos: int, threes: int, fours: int, fives: int) -> Rating:
    return Rating((ones, twos, threes, fours, fives))


_recent = RecentOf[tuple[UUID, UUID], Rating](_load, SECONDS, most=20_000)
_recent_sellers = RecentOf[UUID, Rating](_load_sellers, SECONDS)

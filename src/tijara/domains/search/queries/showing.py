"""Which offer stands for a product on its shelf, and where it is sold out since."""

from collections.abc import Collection, Iterable
from uuid import UUID

from tijara.domains.offers.queries import offers_of_products

from ..models import Document, OwnOffer

Shown = tuple[UUID, UUID, UUID]
"""A product, a market where it stands, and an offer that its card shows there: the best one, or a
shop's own in its window."""


def shown_offers(product_ids: Iterable[UUID]) -> list[Shown]:
    """A product stands as often as there are markets that have it, and once in the window of each
    shop whose own offer is another one. One statement."""
    columns, ids = ("product_id", "market_id", "offer_id"), set(product_ids)
    best = Document.objects.filter(product_id__in=ids).values_list(*columns)
    own = OwnOffer.objects.filter(product_id__in=ids, in_stock=True).values_list(*columns)
    return list(best.union(own, all=True))


def sold_out(shown: Collection[Shown]) -> list[UUID]:
    """The products whose shown offer can't be bought any more in one of their markets. One
    statement."""
    offers = offers_of_products(sorted({product_id for product_id, _, _ in shown}))
    had = {card.id for cards in offers.values() for card in cards if card.can_be_bought}
    return sorted({product_id for product_id, _, offer_id in shown if offer_id not in had})

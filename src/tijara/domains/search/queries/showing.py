"""Which offer stands for a product on its shelf, and where it is sold out since."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from tijara.domains.offers.queries import offers_of_products

from ..models import Document


def shown_offers(product_ids: Iterable[UUID]) -> dict[UUID, UUID | None]:
    """By product; one that stands nowhere is left out."""
    found = Document.objects.filter(product_id__in=set(product_ids))
    return dict(found.values_list("product_id", "offer_id"))


def sold_out(shown: Mapping[UUID, UUID | None]) -> list[UUID]:
    """The products whose shown offer can't be bought any more. One statement."""
    offers = offers_of_products(sorted(shown))
    return [
        product_id
        for product_id, offer_id in shown.items()
        if not any(
            card.id == offer_id and card.can_be_bought for card in offers.get(product_id, [])
        )
    ]

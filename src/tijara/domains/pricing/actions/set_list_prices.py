"""Say what offers cost by a price list: all its rows at once."""

from collections.abc import Sequence
from uuid import UUID

from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferKey
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Price, PriceList
from ..shapes import PriceRow
from .save_price_list import PriceListUnknown

MOST_ROWS = 5000
MOST_QUANTITY = 100_000
MOST_MINOR = 10**12


class PriceRowsInvalid(Invalid):
    """`facts["offer"]` is the first offer at fault."""

    code = "pricing.rows_invalid"


@action(power=Power.OFFERS_MANAGE)
def set_list_prices(
    *, actor: Actor, seller_id: UUID, list_id: UUID, rows: Sequence[PriceRow]
) -> None:
    """What is not among `rows` is not in the list any more. All or nothing."""
    held = PriceList.objects.select_for_update(no_key=True).filter(seller_id=seller_id, id=list_id)
    if not held.exists():
        raise PriceListUnknown()
    _check(seller_id, rows)
    Price.objects.filter(seller_id=seller_id, list_id=list_id).delete()
    Price.objects.bulk_create(
        Price(
            seller_id=seller_id,
            list_id=list_id,
            offer_id=row.offer_id,
            from_quantity=row.from_quantity,
            price_minor=row.price_minor,
        )
        for row in rows
    )
    tell_everything()


def _check(seller_id: UUID, rows: Sequence[PriceRow]) -> None:
    if len(rows) > MOST_ROWS:
        raise PriceRowsInvalid({"rows": "too_many_rows"})
    if len({(row.offer_id, row.from_quantity) for row in rows}) < len(rows):
        raise PriceRowsInvalid({"rows": "twice"})
    cards = offers([OfferKey(seller_id, row.offer_id) for row in rows]) if rows else {}
    for row in rows:
        card = cards.get(OfferKey(seller_id, row.offer_id))
        if card is None:
            raise PriceRowsInvalid({"rows": "not_among_goods"}, offer=str(row.offer_id))
        if not 0 < row.from_quantity <= MOST_QUANTITY or not 0 <= row.price_minor <= MOST_MINOR:
            raise PriceRowsInvalid({"rows": "outside_limits"}, offer=str(row.offer_id))
        if row.price_minor > card.price.minor:
            raise PriceRowsInvalid({"rows": "above_list"}, offer=str(row.offer_id))

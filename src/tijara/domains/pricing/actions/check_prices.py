"""Can these be rows of a price list of this seller?"""

from collections.abc import Sequence
from uuid import UUID

from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferKey
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..shapes import PriceRow

MOST_ROWS = 5000
MOST_QUANTITY = 100_000
MOST_MINOR = 10**12


class PriceRowsInvalid(Invalid):
    """`facts["offer"]` is the first offer at fault."""

    code = "pricing.rows_invalid"


@action(power=Power.SYSTEM)
def check_prices(*, actor: Actor, seller_id: UUID, rows: Sequence[PriceRow]) -> None:
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

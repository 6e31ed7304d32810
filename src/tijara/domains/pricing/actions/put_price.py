"""Say what one offer costs by a price list, from a number of pieces on."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Price, PriceList
from ..shapes import PriceRow
from .check_prices import MOST_ROWS, PriceRowsInvalid, check_prices
from .save_price_list import PriceListUnknown


@action(power=Power.OFFERS_MANAGE)
def put_price(*, actor: Actor, seller_id: UUID, list_id: UUID, row: PriceRow) -> None:
    """What stood there for this number is written over; the other rows stay."""
    held = PriceList.objects.select_for_update(no_key=True).filter(seller_id=seller_id, id=list_id)
    if not held.exists():
        raise PriceListUnknown()
    check_prices(actor=SYSTEM, seller_id=seller_id, rows=[row])
    mine = Price.objects.filter(seller_id=seller_id, list_id=list_id)
    step = {"offer_id": row.offer_id, "from_quantity": row.from_quantity}
    if not mine.filter(**step).update(price_minor=row.price_minor):
        if mine.count() >= MOST_ROWS:
            raise PriceRowsInvalid({"rows": "too_many_rows"})
        Price.objects.create(
            seller_id=seller_id, list_id=list_id, **step, price_minor=row.price_minor
        )
    tell_everything()

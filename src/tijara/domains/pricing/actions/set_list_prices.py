"""Say what offers cost by a price list: all its rows at once."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Price, PriceList
from ..shapes import PriceRow
from .check_prices import check_prices
from .save_price_list import PriceListUnknown


@action(power=Power.OFFERS_MANAGE)
def set_list_prices(
    *, actor: Actor, seller_id: UUID, list_id: UUID, rows: Sequence[PriceRow]
) -> None:
    """What is not among `rows` is not in the list any more. All or nothing."""
    held = PriceList.objects.select_for_update(no_key=True).filter(seller_id=seller_id, id=list_id)
    if not held.exists():
        raise PriceListUnknown()
    check_prices(actor=SYSTEM, seller_id=seller_id, rows=rows)
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

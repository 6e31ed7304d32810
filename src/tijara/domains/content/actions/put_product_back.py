"""Take a product off a shelf that is picked by hand."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell

from ..models import Shelf
from ..queries import front_tag


@action(power=Power.MARKETS_MANAGE)
def put_product_back(*, actor: Actor, market_id: UUID, shelf_id: UUID, product_id: UUID) -> None:
    """Nothing happens where it does not stand there."""
    for row in Shelf.objects.arranged(market_id):
        if row.id == shelf_id and product_id in row.products:
            row.products = [one for one in row.products if one != product_id]
            row.save(update_fields=["products"])
            tell([front_tag(market_id)])

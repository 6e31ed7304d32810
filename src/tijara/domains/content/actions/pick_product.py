"""Put a product on a shelf that is picked by hand, or at another place of it."""

from uuid import UUID

from tijara.domains.catalogue.queries import names_of
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell

from ..models import Shelf
from ..queries import front_tag
from ..rules import put_at
from ..shapes import MOST_PICKED, ShelfSource
from .put_up_shelf import ShelfUnknown


class ProductUnknown(Refusal):
    code = "content.no_such_product"
    kind = Kind.MISSING


class ShelfFull(Refusal):
    """It holds as many as it can: `most`."""

    code = "content.shelf_full"


@action(power=Power.MARKETS_MANAGE)
def pick_product(
    *, actor: Actor, market_id: UUID, shelf_id: UUID, product_id: UUID, place: int = MOST_PICKED
) -> None:
    """The place is counted from one; without one it stands last. Asked again, nothing changes."""
    kept = Shelf.objects.arranged(market_id)
    row = next((one for one in kept if one.id == shelf_id), None)
    if row is None or row.source != ShelfSource.PICKED:
        raise ShelfUnknown(shelf=str(shelf_id))
    if product_id not in names_of([product_id]):
        raise ProductUnknown(product=str(product_id))
    if product_id not in row.products and len(row.products) >= MOST_PICKED:
        raise ShelfFull(most=MOST_PICKED)
    row.products = put_at(row.products, product_id, place)
    row.save(update_fields=["products"])
    tell([front_tag(market_id)])

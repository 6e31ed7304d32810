"""Put a shelf of the front page at another place among the others."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell

from ..models import Shelf
from ..queries import front_tag
from ..rules import put_at
from .put_up_shelf import ShelfUnknown


@action(power=Power.MARKETS_MANAGE)
def move_shelf(*, actor: Actor, market_id: UUID, shelf_id: UUID, place: int) -> None:
    """The place is counted from one, so that asking twice moves it once; one beyond the last is
    the last."""
    kept = Shelf.objects.arranged(market_id)
    moved = next((one for one in kept if one.id == shelf_id), None)
    if moved is None:
        raise ShelfUnknown(shelf=str(shelf_id))
    for position, row in enumerate(put_at(kept, moved, place), start=1):
        row.position = position
    Shelf.objects.bulk_update(kept, ["position"])
    tell([front_tag(market_id)])

"""Put a shelf up on a market's front page, or change one."""

from dataclasses import asdict
from uuid import UUID

from tijara.domains.catalogue.queries import categories
from tijara.domains.markets.queries import market_by_id
from tijara.domains.stores.queries import all_stores
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell

from ..models import Shelf
from ..queries import front_tag
from ..rules import MOST_SHELVES, checked_shelf
from ..shapes import ShelfDraft, ShelfSource


class ShelfInvalid(Invalid):
    code = "content.shelf_invalid"


class ShelfUnknown(Refusal):
    """Somebody has taken it down, or it stands in another market."""

    code = "content.no_such_shelf"
    kind = Kind.MISSING


class TooManyShelves(Refusal):
    """A market has as many as there can be: `most`."""

    code = "content.too_many_shelves"


@action(power=Power.MARKETS_MANAGE)
def put_up_shelf(*, actor: Actor, market_id: UUID, shelf_id: UUID, draft: ShelfDraft) -> None:
    """Asked again with the same id, it changes that one; a new one stands behind the others. Where
    its goods come from stays as it was at first."""
    market = market_by_id(market_id)
    tidy, faults = checked_shelf(draft)
    if not _is_there(tidy):
        faults["place"] = "unknown"
    if faults:
        raise ShelfInvalid(faults)
    kept = Shelf.objects.arranged(market.id)
    row = next((one for one in kept if one.id == shelf_id), None)
    if row is None:
        if Shelf.objects.filter(id=shelf_id).exists():
            raise ShelfUnknown(shelf=str(shelf_id))
        if len(kept) >= MOST_SHELVES:
            raise TooManyShelves(most=MOST_SHELVES)
        row = Shelf(id=shelf_id, market_id=market.id, position=kept[-1].position + 1)
    elif row.source != tidy.source:
        raise ShelfInvalid({"place": "unknown"})
    for name, value in asdict(tidy).items():
        setattr(row, name, value)
    row.save()
    tell([front_tag(market.id)])


def _is_there(told: ShelfDraft) -> bool:
    """Brands come and go with their goods; departments and stores are known."""
    if told.source is ShelfSource.DEPARTMENT:
        return any(node.path == told.place for node in categories())
    if told.source is ShelfSource.STORE:
        return any(str(store.seller_id) == told.place for store in all_stores())
    return True

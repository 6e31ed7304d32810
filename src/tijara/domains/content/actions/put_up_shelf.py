"""Put a shelf up on a market's front page, or change one."""

from dataclasses import asdict
from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from tijara.domains.catalogue.queries import categories
from tijara.domains.markets.queries import market_by_id
from tijara.domains.stores.queries import all_stores
from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell
from tijara.platform.pictures.keeping import drop_picture, keep_picture

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


@action(power=Power.MARKETS_MANAGE, atomic=False)
def put_up_shelf(
    *,
    actor: Actor,
    market_id: UUID,
    shelf_id: UUID,
    draft: ShelfDraft,
    picture: BinaryIO | None = None,
    artwork: str | None = None,
) -> None:
    """Asked again with the same id, it changes that one; a new one stands behind the others. Where
    its goods come from stays as it was at first. A new `picture`, or the house's `artwork` by its
    name, takes the place of the one before; "" takes it away. The picture is made before the row is
    written: cut off in between, nothing has changed."""
    market = market_by_id(market_id)
    tidy, faults = checked_shelf(draft)
    if not _is_there(tidy):
        faults["place"] = "unknown"
    if faults:
        raise ShelfInvalid(faults)
    made = keep_picture(OPERATOR_ID, picture) if picture else ""
    try:
        before = _write(market.id, shelf_id, tidy, made or artwork)
    except Exception:
        drop_picture(made)
        raise
    drop_picture(before)


@transaction.atomic
def _write(market_id: UUID, shelf_id: UUID, tidy: ShelfDraft, shown: str | None) -> str:
    """The picture that is shown no more."""
    kept = Shelf.objects.arranged(market_id)
    row = next((one for one in kept if one.id == shelf_id), None)
    if row is None:
        if Shelf.objects.filter(id=shelf_id).exists():
            raise ShelfUnknown(shelf=str(shelf_id))
        if len(kept) >= MOST_SHELVES:
            raise TooManyShelves(most=MOST_SHELVES)
        place = kept[-1].position + 1
        row = Shelf(id=shelf_id, market_id=market_id, position=place, picture="")
    elif row.source != tidy.source:
        raise ShelfInvalid({"place": "unknown"})
    before = row.picture
    row.picture = before if shown is None else shown
    for name, value in asdict(tidy).items():
        setattr(row, name, value)
    row.save()
    tell([front_tag(market_id)])
    return before if before != row.picture else ""


def _is_there(told: ShelfDraft) -> bool:
    """Brands come and go with their goods; departments and stores are known."""
    if told.source is ShelfSource.DEPARTMENT:
        return any(node.path == told.place for node in categories())
    if told.source is ShelfSource.STORE:
        return any(str(store.seller_id) == told.place for store in all_stores())
    return True

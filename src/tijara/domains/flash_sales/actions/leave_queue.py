"""Give a place in a queue up; the units that were held for it go to the next."""

from uuid import UUID

from tijara.domains.inventory.actions import move_holds
from tijara.domains.inventory.shapes import HoldMove
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Item, Place, Sale
from ..shapes import PlaceState
from ..states import PLACE
from .advance_sale import HOLD_AFTER

LEAVABLE = (PlaceState.WAITING, PlaceState.TURN, PlaceState.LAPSED)


@action(power=Power.BUY)
def leave_queue(*, actor: Actor, buyer_id: UUID, seller_id: UUID, place_id: UUID) -> bool:
    """False where there was nothing to leave: he has bought, or somebody was quicker."""
    row = Place.objects.select_for_update(no_key=True).filter(
        seller_id=seller_id, id=place_id, buyer_id=buyer_id, state__in=LEAVABLE
    )
    place = row.first()
    if place is None:
        return False
    had_turn = place.state == PlaceState.TURN
    name, does = ("leave_turn", ("hand_on",)) if had_turn else ("leave", ())
    told: dict[str, object] = {
        "turn_until": None,
        "position": None,
        "is_drawn": False,
        "is_ready": False,
    }
    told["missed"] = place.missed + had_turn
    mine = Place.objects.filter(seller_id=seller_id, id=place_id)
    move_rows(PLACE, mine, Step(name, actor, does, sets=told))
    if had_turn:
        _hand_on(place)
    return True


def _hand_on(place: Place) -> None:
    item = Item.objects.select_for_update(no_key=True).get(
        seller_id=place.seller_id, id=place.item_id
    )
    ends_at = Sale.objects.values_list("ends_at", flat=True).get(
        seller_id=place.seller_id, id=place.sale_id
    )
    Item.objects.filter(seller_id=place.seller_id, id=item.id).update(
        held=item.held - place.quantity
    )
    move_holds(
        actor=SYSTEM,
        seller_id=place.seller_id,
        moves=[HoldMove(item.stock_id, place.checkout_id, item.id, place.quantity)],
        until=max(ends_at, now()) + HOLD_AFTER,
    )

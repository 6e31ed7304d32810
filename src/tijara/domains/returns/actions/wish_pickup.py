"""The buyer would like his return to be fetched: on which day, and where."""

from datetime import date
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Return
from ..queries import pickup_days
from ..rules.days import pickup_faults
from ..rules.words import LONGEST_PLACE
from ..shapes import ReturnState
from .arrange_pickup import NotToFetch, PickupInvalid
from .check_buyer import check_buyer
from .tell_of_pickup import tell_of_pickup


@action(power=Power.BUY)
def wish_pickup(
    *,
    actor: Actor,
    buyer_id: UUID,
    seller_id: UUID,
    return_id: UUID,
    day: date | None,
    place: str = "",
) -> None:
    """Of one that is approved and not on its way, until the shop has arranged it; said again, the
    last word counts. `place` is where, if it is not the address of the order."""
    check_buyer(actor=SYSTEM, buyer_id=buyer_id, seller_id=seller_id, return_id=return_id)
    place = strip_controls(place)
    faults = pickup_faults(day, *pickup_days(seller_id))
    if len(place) > LONGEST_PLACE:
        faults["place"] = "too_long"
    if faults:
        raise PickupInvalid(faults)
    waiting = Return.objects.filter(
        seller_id=seller_id, id=return_id, state=ReturnState.APPROVED, pickup_day=None
    )
    if not waiting.update(pickup_on=day, pickup_note=place):
        raise NotToFetch()
    tell_of_pickup(actor=SYSTEM, seller_id=seller_id, return_id=return_id)

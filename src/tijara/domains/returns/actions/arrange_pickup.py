"""The shop has a carrier fetch what comes back: who comes, and when."""

from datetime import date
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action

from ..models import Return
from ..queries import pickup_days
from ..rules.days import pickup_faults
from ..rules.words import LONGEST_NAME
from ..shapes import ReturnState
from .tell_of_pickup import tell_of_pickup


class PickupInvalid(Invalid):
    code = "returns.pickup_invalid"


class NotToFetch(Refusal):
    """It is on its way already, or has ended, or its fetching is arranged."""

    code = "returns.not_to_fetch"


@action(power=Power.RETURNS_HANDLE)
def arrange_pickup(
    *, actor: Actor, seller_id: UUID, return_id: UUID, carrier: str, day: date | None
) -> None:
    """On the day that the buyer wished for or another one, whether he has wished for it or not.
    Said again, the last word counts, and the buyer is told anew."""
    carrier = strip_controls(carrier)
    faults = pickup_faults(day, *pickup_days(seller_id))
    if not carrier:
        faults["carrier"] = "required"
    elif len(carrier) > LONGEST_NAME:
        faults["carrier"] = "too_long"
    if faults:
        raise PickupInvalid(faults)
    rows = Return.objects.filter(seller_id=seller_id, id=return_id, state=ReturnState.APPROVED)
    if not rows.update(pickup_day=day, pickup_carrier=carrier):
        raise NotToFetch()
    tell_of_pickup(actor=SYSTEM, seller_id=seller_id, return_id=return_id)

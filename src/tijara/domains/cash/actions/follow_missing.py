"""Follow the cash of parcels that nobody followed: they are of an older version."""

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import missing_parcels
from .follow_parcel import follow_parcel


@action(power=Power.SYSTEM, atomic=False)
def follow_missing(*, actor: Actor) -> int:
    """How many. Each is a commit of its own."""
    missing = missing_parcels()
    for seller_id, shipment_id in missing:
        follow_parcel(actor=SYSTEM, seller_id=seller_id, shipment_id=shipment_id)
    return len(missing)

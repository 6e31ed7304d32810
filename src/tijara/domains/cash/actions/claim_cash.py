"""Ask a carrier in writing for the cash of one parcel that is late, short or lost."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import CashParcel
from ..shapes import CashState, ClaimReason
from .claim_parcels import LONGEST_OF_PARCEL, NothingToClaim, claim_parcels


@action(power=Power.PAYMENTS_MANAGE)
def claim_cash(
    *, actor: Actor, seller_id: UUID, parcel_id: UUID, reason: ClaimReason, note: str = ""
) -> UUID:
    """A letter of one parcel: its id. What is claimed already is not claimed twice like this."""
    found = CashParcel.objects.select_for_update().filter(seller_id=seller_id, id=parcel_id)
    parcel = found.first()
    if parcel is None or parcel.state == CashState.CLAIMED:
        raise NothingToClaim()
    return claim_parcels(
        actor=actor,
        carrier_id=parcel.carrier_id,
        letter_id=new_id(),
        parcels=[(seller_id, parcel_id)],
        reason=reason,
        note=note[:LONGEST_OF_PARCEL],
    )

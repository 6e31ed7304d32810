"""Ask a carrier in writing for cash that is late, short or lost."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Outcome, Step, move

from ..models import CashParcel, Claim
from ..models.track import TRACK
from ..shapes import ClaimReason

LONGEST_NOTE = 200


class NothingToClaim(Refusal):
    """It has come, or it is claimed already."""

    code = "cash.nothing_to_claim"


@action(power=Power.PAYMENTS_MANAGE)
def claim_cash(
    *, actor: Actor, seller_id: UUID, parcel_id: UUID, reason: ClaimReason, note: str = ""
) -> None:
    step = Step("claim", actor, reason=reason)
    if move(TRACK, seller_id, parcel_id, step).outcome is not Outcome.MOVED:
        raise NothingToClaim()
    carrier_id = CashParcel.objects.values_list("carrier_id", flat=True).get(
        seller_id=seller_id, id=parcel_id
    )
    Claim.objects.create(
        seller_id=seller_id,
        id=parcel_id,
        carrier_id=carrier_id,
        reason=reason,
        note=strip_controls(note)[:LONGEST_NOTE],
        opened_by=actor.person_id,
    )

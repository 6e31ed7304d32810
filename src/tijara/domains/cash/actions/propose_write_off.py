"""Propose to give up cash that a carrier will not bring. Somebody else must agree."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Claim
from ..shapes import ClaimState

PROPOSABLE = (ClaimState.OPEN, ClaimState.REFUSED)


class NoOpenClaim(Refusal):
    """It was settled, or a proposal stands already."""

    code = "cash.no_open_claim"


@action(power=Power.PAYMENTS_MANAGE)
def propose_write_off(*, actor: Actor, seller_id: UUID, parcel_id: UUID) -> None:
    rows = Claim.objects.filter(seller_id=seller_id, id=parcel_id, state__in=PROPOSABLE)
    if not rows.update(state=ClaimState.PROPOSED, proposed_by=actor.person_id):
        raise NoOpenClaim()

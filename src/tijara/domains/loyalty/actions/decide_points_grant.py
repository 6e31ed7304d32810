"""The second pair of eyes: points above the limit are given or taken, or they are not."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import PointsGrant
from ..shapes import GrantState
from .carry_out_grant import carry_out_grant


class PointsGrantDecided(Refusal):
    """Nobody proposes it any more: somebody was quicker."""

    code = "loyalty.grant_decided"


class OwnPointsProposal(Refusal):
    """Who proposed it can't agree to it."""

    code = "loyalty.own_proposal"
    kind = Kind.FORBIDDEN


@action(power=Power.PAYMENTS_MANAGE)
def decide_points_grant(*, actor: Actor, buyer_id: UUID, grant_id: UUID, is_agreed: bool) -> None:
    """Who proposed it may take it back, and not agree."""
    grant = PointsGrant.objects.select_for_update().filter(buyer_id=buyer_id, id=grant_id).first()
    if grant is None or grant.state != GrantState.PROPOSED:
        raise PointsGrantDecided()
    if not is_agreed:
        PointsGrant.objects.filter(buyer_id=buyer_id, id=grant_id).update(
            state=GrantState.DECLINED, decided_by=actor.person_id, decided_at=now()
        )
        return
    if actor.person_id is None or actor.person_id == grant.proposed_by:
        raise OwnPointsProposal()
    carry_out_grant(actor=SYSTEM, buyer_id=buyer_id, grant_id=grant_id, decided_by=actor.person_id)

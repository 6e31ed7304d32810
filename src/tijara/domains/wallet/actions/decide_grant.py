"""The second pair of eyes: credit above the limit is given, or it is not."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Grant
from ..shapes import GrantState
from .give_credit import give_credit


class GrantDecided(Refusal):
    """Nobody proposes it any more: somebody was quicker."""

    code = "wallet.grant_decided"
    kind = Kind.CONFLICT


class OwnProposal(Refusal):
    """Who proposed it can't agree to it."""

    code = "wallet.own_proposal"
    kind = Kind.FORBIDDEN


@action(power=Power.PAYMENTS_MANAGE)
def decide_grant(*, actor: Actor, buyer_id: UUID, grant_id: UUID, is_agreed: bool) -> None:
    """Who proposed it may take it back, and not agree."""
    rows = Grant.objects.select_for_update().filter(buyer_id=buyer_id, id=grant_id)
    grant = rows.first()
    if grant is None or grant.state != GrantState.PROPOSED:
        raise GrantDecided()
    if not is_agreed:
        Grant.objects.filter(buyer_id=buyer_id, id=grant_id).update(
            state=GrantState.DECLINED, decided_by=actor.person_id, decided_at=now()
        )
        return
    if actor.person_id is None or actor.person_id == grant.proposed_by:
        raise OwnProposal()
    give_credit(actor=SYSTEM, buyer_id=buyer_id, grant_id=grant_id, decided_by=actor.person_id)

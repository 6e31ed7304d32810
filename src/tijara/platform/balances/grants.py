"""What staff give or take: at once up to a limit, above it as a proposal to another of them."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.balances import GrantState
from tijara.kit.clock import now
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from .rows import BalanceGrant
from .states import GRANT


class GrantDecided(Refusal):
    """Nobody proposes it any more: somebody was quicker."""

    code = "balances.grant_decided"
    kind = Kind.CONFLICT


class OwnProposal(Refusal):
    """Who proposed it can't agree to it."""

    code = "balances.own_proposal"
    kind = Kind.FORBIDDEN


def proposed[G: BalanceGrant](row: G) -> G:
    """The proposal as it stands, under its lock: its id was made with the form, so that pressing
    twice proposes once."""
    grants = type(row).objects
    grants.bulk_create([row], ignore_conflicts=True)
    return grants.select_for_update().get(buyer_id=row.buyer_id, id=row.id)


def answered[G: BalanceGrant](
    grants: type[G], *, actor: Actor, buyer_id: UUID, grant_id: UUID, is_agreed: bool
) -> G | None:
    """The proposal under its lock where a second pair of eyes agrees; None where it is declined.
    Who proposed it may take it back, and not agree."""
    rows = grants.objects.filter(buyer_id=buyer_id, id=grant_id)
    grant = rows.select_for_update().first()
    if grant is None or grant.state != GrantState.PROPOSED:
        raise GrantDecided()
    if not is_agreed:
        told = {"decided_by": actor.person_id, "decided_at": now()}
        move_rows(GRANT, rows, Step("decline", actor, sets=told))
        return None
    if actor.person_id is None or actor.person_id == grant.proposed_by:
        raise OwnProposal()
    return grant


def carried_out[G: BalanceGrant](
    grants: type[G], buyer_id: UUID, grant_id: UUID, decided_by: UUID | None
) -> G:
    """Write down that a proposal, which the caller has locked, is done in this commit."""
    rows = grants.objects.filter(buyer_id=buyer_id, id=grant_id)
    grant = rows.get(state=GrantState.PROPOSED)
    told = {"decided_by": decided_by, "decided_at": now()}
    move_rows(GRANT, rows, Step("carry_out", SYSTEM, sets=told))
    return grant

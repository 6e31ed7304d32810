"""Staff give a buyer points or take them: at once up to the limit, above it as a proposal."""

from dataclasses import replace
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.balances import GrantState
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.balances.grants import proposed

from ..models import PointsGrant
from ..queries import programme_of
from ..rules import grant_faults
from ..shapes import PointsGrantDraft
from .carry_out_grant import carry_out_grant


class PointsGrantInvalid(Invalid):
    code = "loyalty.grant_invalid"


@action(power=Power.PAYMENTS_MANAGE)
def grant_points(
    *, actor: Actor, buyer_id: UUID, market_id: UUID, grant_id: UUID, draft: PointsGrantDraft
) -> GrantState:
    """`grant_id` was made with the form, so that pressing twice gives once."""
    draft = replace(draft, note=strip_controls(draft.note).strip())
    faults, programme = grant_faults(draft), programme_of(market_id)
    if programme is None:
        faults["points"] = "not_possible"
    if faults or programme is None:
        raise PointsGrantInvalid(faults)
    mine = proposed(
        PointsGrant(
            buyer_id=buyer_id,
            id=grant_id,
            market_id=market_id,
            amount=draft.points,
            reason=draft.reason,
            note=draft.note,
            state=GrantState.PROPOSED,
            proposed_by=actor.person_id,
        )
    )
    if mine.state == GrantState.PROPOSED and abs(mine.amount) <= programme.alone_points:
        carry_out_grant(
            actor=SYSTEM, buyer_id=buyer_id, grant_id=grant_id, decided_by=actor.person_id
        )
        return GrantState.DONE
    return GrantState(mine.state)

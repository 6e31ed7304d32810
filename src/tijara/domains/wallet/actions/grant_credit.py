"""Staff give a buyer credit: at once up to the market's limit, above it as a proposal."""

from dataclasses import replace
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.balances import GrantState
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.balances.grants import proposed

from ..models import Grant
from ..queries import alone_up_to
from ..rules import grant_faults
from ..shapes import GrantDraft
from .give_credit import give_credit


class GrantInvalid(Invalid):
    code = "wallet.grant_invalid"


@action(power=Power.PAYMENTS_MANAGE)
def grant_credit(
    *, actor: Actor, buyer_id: UUID, market_id: UUID, grant_id: UUID, draft: GrantDraft
) -> GrantState:
    """`grant_id` was made with the form, so that pressing twice gives once."""
    draft = replace(draft, note=strip_controls(draft.note).strip())
    alone = alone_up_to(market_id)
    faults = grant_faults(draft)
    if draft.amount.currency != alone.currency:
        faults["amount"] = "other_currency"
    if faults:
        raise GrantInvalid(faults)
    mine = proposed(
        Grant(
            buyer_id=buyer_id,
            id=grant_id or new_id(),
            market_id=market_id,
            currency=draft.amount.currency,
            amount=draft.amount.minor,
            reason=draft.reason,
            note=draft.note,
            days=draft.days,
            state=GrantState.PROPOSED,
            proposed_by=actor.person_id,
        )
    )
    if mine.state == GrantState.PROPOSED and mine.amount <= alone.minor:
        give_credit(actor=SYSTEM, buyer_id=buyer_id, grant_id=mine.id, decided_by=actor.person_id)
        return GrantState.DONE
    return GrantState(mine.state)

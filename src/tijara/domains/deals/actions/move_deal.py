"""Move a deal one step along its life: state, log and fact in one statement."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Outcome, Step, move

from ..queries import deal_track, standing_of_dispute
from ..shapes import OPEN_DISPUTES


class NoSuchDeal(Refusal):
    code = "deals.no_such_deal"
    kind = Kind.MISSING


class DealMovedOn(Refusal):
    """It is not where this step begins: somebody was quicker, or it is too late."""

    code = "deals.moved_on"


class NotInThisDeal(Refusal):
    """The process by which this deal lives knows no such step from here."""

    code = "deals.not_in_this_deal"


@action(power=Power.SYSTEM, atomic=False)
def move_deal(*, actor: Actor, seller_id: UUID, order_id: UUID, step: Step) -> None:
    """One that is in dispute. Of two who race one wins; the other is told DealMovedOn."""
    told = standing_of_dispute(seller_id, order_id)
    if told is None:
        raise NoSuchDeal()
    state, may = told
    if step.name not in may:
        raise NotInThisDeal() if state in OPEN_DISPUTES else DealMovedOn(state=state)
    outcome = move(deal_track(seller_id), seller_id, order_id, step).outcome
    if outcome is not Outcome.MOVED:
        raise DealMovedOn(state=state)

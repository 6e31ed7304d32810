"""The order was taken back while its buyer was protected: its deal ends, too."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Outcome, Step, move

from ..queries import deal_track


@action(power=Power.SYSTEM, atomic=False)
def take_back_deal(*, actor: Actor, seller_id: UUID, order_id: UUID) -> bool:
    """False where it had settled before: then the money came off the seller's balance. Whoever took
    the order back has emptied the purse in the same commit."""
    step = Step("take_back", SYSTEM, does=("refund",))
    return move(deal_track(seller_id), seller_id, order_id, step).outcome is Outcome.MOVED

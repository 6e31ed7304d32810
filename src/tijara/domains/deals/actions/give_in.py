"""The seller agrees with his buyer: the money goes back, and nobody need decide."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from .give_back import give_back


@action(power=Power.ORDERS_REFUND)
def give_in(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    step = Step("give_in", actor, does=("refund",))
    give_back(actor=SYSTEM, seller_id=seller_id, order_id=order_id, step=step)

"""Nothing is waited for any more: the seller may act on a pending order."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..shapes import ENDED
from .move_order import WrongState, move_order


@action(power=Power.SYSTEM)
def release_order(
    *, actor: Actor, seller_id: UUID, order_id: UUID, key: UUID | None = None
) -> None:
    """Again is nothing; WrongState if it has ended meanwhile. `key` is of what was waited for."""
    step = Step("release", actor, key=key)
    try:
        move_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, step=step)
    except WrongState as wrong:
        if wrong.facts["state"] in ENDED:
            raise

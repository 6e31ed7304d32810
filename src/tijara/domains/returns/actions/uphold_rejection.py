"""Staff have looked at it: the shop's no stands."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from .move_return import move_return
from .write_word import write_word


@action(power=Power.ORDERS_OVERSEE)
def uphold_rejection(*, actor: Actor, seller_id: UUID, return_id: UUID, words: str) -> None:
    """The buyer reads why. `approve_return` is the other answer."""
    move_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, step=Step("uphold", actor))
    write_word(
        actor=SYSTEM,
        on_behalf=actor,
        seller_id=seller_id,
        return_id=return_id,
        text=words,
        is_needed=True,
    )

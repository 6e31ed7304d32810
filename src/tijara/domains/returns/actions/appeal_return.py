"""The buyer asks the market's staff to decide what the shop has refused."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from .check_buyer import check_buyer
from .move_return import move_return
from .write_word import write_word


@action(power=Power.BUY)
def appeal_return(
    *, actor: Actor, buyer_id: UUID, seller_id: UUID, return_id: UUID, words: str
) -> None:
    """Once, and he says why."""
    check_buyer(actor=SYSTEM, buyer_id=buyer_id, seller_id=seller_id, return_id=return_id)
    step = Step("appeal", actor)
    move_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, step=step)
    write_word(
        actor=SYSTEM,
        on_behalf=actor,
        seller_id=seller_id,
        return_id=return_id,
        text=words,
        is_needed=True,
    )

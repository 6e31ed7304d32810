"""The buyer tells the shop what it has asked for."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..queries import after_working_days
from ..rules.days import DECIDE_DAYS
from .check_buyer import check_buyer
from .move_return import move_return
from .write_word import write_word


@action(power=Power.BUY)
def answer_shop(
    *, actor: Actor, buyer_id: UUID, seller_id: UUID, return_id: UUID, words: str
) -> None:
    """The shop's time to decide begins anew."""
    check_buyer(actor=SYSTEM, buyer_id=buyer_id, seller_id=seller_id, return_id=return_id)
    step = Step("answer", actor, sets={"due_at": after_working_days(seller_id, DECIDE_DAYS)})
    move_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, step=step)
    write_word(
        actor=SYSTEM,
        on_behalf=actor,
        seller_id=seller_id,
        return_id=return_id,
        text=words,
        is_needed=True,
    )

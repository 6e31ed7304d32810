"""Ask the buyer for more before deciding."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..queries import after_days
from ..rules.days import ANSWER_DAYS
from .move_return import move_return
from .write_word import write_word


@action(power=Power.RETURNS_HANDLE)
def ask_buyer(*, actor: Actor, seller_id: UUID, return_id: UUID, words: str) -> None:
    """What the shop wants to know; without an answer the return lapses."""
    step = Step("ask", actor, sets={"due_at": after_days(seller_id, ANSWER_DAYS)})
    move_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, step=step)
    write_word(
        actor=SYSTEM,
        on_behalf=actor,
        seller_id=seller_id,
        return_id=return_id,
        text=words,
        is_needed=True,
    )

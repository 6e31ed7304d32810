"""The goods are back at the shop."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..queries import after_working_days
from ..rules.days import LOOK_DAYS
from .move_return import move_return


@action(power=Power.RETURNS_HANDLE)
def receive_return(*, actor: Actor, seller_id: UUID, return_id: UUID) -> None:
    """By the shop or by staff, also of one whose buyer did not say that he had sent it. From now on
    it is for the shop to look at them; if it does not, the money goes back."""
    step = Step(
        "receive",
        actor,
        does=("take_in",),
        sets={"due_at": after_working_days(seller_id, LOOK_DAYS)},
    )
    move_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, step=step)

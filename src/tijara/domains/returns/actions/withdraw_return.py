"""The buyer thinks better of it and keeps what he has."""

from uuid import UUID

from tijara.domains.inventory.actions import release_hold
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from .check_buyer import check_buyer
from .move_return import move_return


@action(power=Power.BUY)
def withdraw_return(*, actor: Actor, buyer_id: UUID, seller_id: UUID, return_id: UUID) -> None:
    """Until he has sent it."""
    check_buyer(actor=SYSTEM, buyer_id=buyer_id, seller_id=seller_id, return_id=return_id)
    step = Step("withdraw", actor)
    move_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, step=step)
    release_hold(actor=SYSTEM, seller_id=seller_id, checkout_id=return_id)

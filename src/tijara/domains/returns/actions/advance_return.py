"""What silence does to one return: approve, pay, lapse, close."""

from typing import Any
from uuid import UUID

from tijara.domains.inventory.actions import release_hold
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..shapes import ReturnState as S
from .approve_return import approve_return
from .move_return import move_return
from .refund_return import refund_return


@action(power=Power.SYSTEM)
def advance_return(*, actor: Actor, seller_id: UUID, return_id: UUID, state: S) -> None:
    """`state` is the one in which it was found."""
    which: dict[str, Any] = {"seller_id": seller_id, "return_id": return_id}
    if state is S.REQUESTED:
        approve_return(actor=SYSTEM, **which)
    elif state is S.RECEIVED:
        refund_return(actor=SYSTEM, **which)
    else:
        name = "close" if state is S.REJECTED else "lapse"
        move_return(actor=SYSTEM, **which, step=Step(name, SYSTEM))
        release_hold(actor=SYSTEM, seller_id=seller_id, checkout_id=return_id)

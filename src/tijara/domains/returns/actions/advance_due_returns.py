"""What silence does: approve, pay, lapse, close. The clock's hand."""

import logging
from uuid import UUID

from tijara.domains.inventory.actions import release_hold
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..queries import due_returns
from ..shapes import ReturnState as S
from .approve_return import approve_return
from .move_return import ReturnMovedOn, move_return
from .refund_return import refund_return

log = logging.getLogger(__name__)


@action(power=Power.SYSTEM, atomic=False)
def advance_due_returns(*, actor: Actor, limit: int = 200) -> int:
    """How many. Each is a commit of its own, so that a fault holds up one and not all."""
    due = due_returns(now(), limit)
    return sum(_advanced(seller_id, return_id, S(state)) for seller_id, return_id, state in due)


def _advanced(seller_id: UUID, return_id: UUID, state: S) -> bool:
    try:
        advance_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, state=state)
    except ReturnMovedOn:
        return False
    except Exception:
        log.exception("return %s can't go on by itself", return_id)
        return False
    return True


@action(power=Power.SYSTEM)
def advance_return(*, actor: Actor, seller_id: UUID, return_id: UUID, state: S) -> None:
    """`state` is the one in which it was found."""
    which = {"seller_id": seller_id, "return_id": return_id}
    if state is S.REQUESTED:
        approve_return(actor=SYSTEM, **which)
    elif state is S.RECEIVED:
        refund_return(actor=SYSTEM, **which)
    else:
        name = "close" if state is S.REJECTED else "lapse"
        move_return(actor=SYSTEM, **which, step=Step(name, SYSTEM))
        release_hold(actor=SYSTEM, seller_id=seller_id, checkout_id=return_id)

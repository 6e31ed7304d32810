"""Have silence do what it does to every return whose time is over. The clock's hand."""

import logging
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import due_returns
from ..shapes import ReturnState
from .advance_return import advance_return
from .move_return import ReturnMovedOn

log = logging.getLogger(__name__)


@action(power=Power.SYSTEM, atomic=False)
def advance_due_returns(*, actor: Actor, limit: int = 200) -> int:
    """How many. Each is a commit of its own, so that a fault holds up one and not all."""
    due = due_returns(now(), limit)
    return sum(
        _advanced(seller_id, return_id, ReturnState(state)) for seller_id, return_id, state in due
    )


def _advanced(seller_id: UUID, return_id: UUID, state: ReturnState) -> bool:
    try:
        advance_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, state=state)
    except ReturnMovedOn:
        return False
    except Exception:
        log.exception("return %s can't go on by itself", return_id)
        return False
    return True

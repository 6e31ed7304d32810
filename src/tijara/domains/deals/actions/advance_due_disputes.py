"""Have silence do what it does to every dispute whose time is over. The clock's hand."""

import logging
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..queries import due_disputes
from .advance_dispute import advance_dispute

log = logging.getLogger(__name__)


@action(power=Power.SYSTEM, atomic=False)
def advance_due_disputes(*, actor: Actor, limit: int = 200) -> int:
    """How many. Each is a commit of its own, so that a fault holds up one and not all. One whose
    goods are on their way back waits for them, and is asked again."""
    return sum(_advanced(*key) for key in due_disputes(now(), limit))


def _advanced(seller_id: UUID, order_id: UUID) -> bool:
    try:
        advance_dispute(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    except Refusal:
        return False
    except Exception:
        log.exception("the dispute about order %s can't go on by itself", order_id)
        return False
    return True

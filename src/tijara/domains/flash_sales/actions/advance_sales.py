"""Look after every flash sale that has begun, or is over."""

import logging

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import alive_sales
from .advance_sale import advance_sale

log = logging.getLogger(__name__)


@action(power=Power.SYSTEM, atomic=False)
def advance_sales(*, actor: Actor) -> int:
    """How many were looked at. One that breaks holds up no other."""
    alive = alive_sales()
    for seller_id, sale_id in alive:
        try:
            advance_sale(actor=SYSTEM, seller_id=seller_id, sale_id=sale_id)
        except Exception:
            log.exception("the flash sale %s can't be advanced", sale_id)
    return len(alive)

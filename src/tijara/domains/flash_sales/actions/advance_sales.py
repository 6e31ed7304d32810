"""Look after every flash sale that has begun, or is over, and seal what has ended."""

import logging

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import alive_sales, sales_to_seal
from .advance_sale import advance_sale
from .seal_audit import seal_audit

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
    for seller_id, sale_id in sales_to_seal():
        try:
            seal_audit(actor=SYSTEM, seller_id=seller_id, sale_id=sale_id)
        except Exception:
            log.exception("the audit of the flash sale %s can't be sealed", sale_id)
    return len(alive)

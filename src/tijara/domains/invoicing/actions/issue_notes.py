"""Give out the notes of what went back of an order before its invoice was written."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import missing_notes
from .issue_or_hold import issue_or_hold


@action(power=Power.SYSTEM)
def issue_notes(*, actor: Actor, seller_id: UUID, order_id: UUID) -> int:
    """How many. Right after the invoice: until then there was nothing that they could be about."""
    waiting = missing_notes(seller_id, order_id)
    for refund_id in waiting:
        issue_or_hold(actor=SYSTEM, seller_id=seller_id, order_id=order_id, refund_id=refund_id)
    return len(waiting)

"""Give out the invoices of orders that were delivered when nobody wrote any (an older version), or
whose paper was held back and may have been mended since."""

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.rounds import ALWAYS, Span
from tijara.platform.action import action

from ..queries import missing_invoices
from .issue_or_hold import issue_or_hold


@action(power=Power.SYSTEM, atomic=False)
def issue_missing_invoices(*, actor: Actor, span: Span = ALWAYS) -> int:
    """How many, of the orders that were placed in the span. Each is a commit of its own."""
    missing = missing_invoices(span=span)
    for seller_id, order_id, refund_id in missing:
        issue_or_hold(actor=SYSTEM, seller_id=seller_id, order_id=order_id, refund_id=refund_id)
    return len(missing)

"""Give out the invoices of orders that were delivered when nobody wrote any (an older version)."""

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import missing_invoices
from .issue_credit_note import issue_credit_note
from .issue_invoice import issue_invoice


@action(power=Power.SYSTEM, atomic=False)
def issue_missing_invoices(*, actor: Actor) -> int:
    """How many. Each is a commit of its own."""
    missing = missing_invoices()
    for seller_id, order_id, refund_id in missing:
        which = {"seller_id": seller_id, "order_id": order_id}
        if refund_id is None:
            issue_invoice(actor=SYSTEM, **which)
        else:
            issue_credit_note(actor=SYSTEM, **which, refund_id=refund_id)
    return len(missing)

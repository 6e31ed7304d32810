"""Give out an order's invoice or credit note, or hold it back until it may be given out."""

from dataclasses import asdict
from uuid import UUID

from django.db import transaction

from tijara.domains.orders.queries import order as order_view
from tijara.domains.returns.queries import return_view
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Held
from .file_invoice import PaperHeld
from .issue_carriage_note import issue_carriage_note
from .issue_credit_note import issue_credit_note
from .issue_invoice import INVOICEABLE, issue_invoice


@action(power=Power.SYSTEM)
def issue_or_hold(
    *, actor: Actor, seller_id: UUID, order_id: UUID, refund_id: UUID | None = None
) -> UUID | None:
    """Of an order its invoice, of a refund of its goods the credit note, of a return whose carriage
    was charged (its id stands for the refund's) the debit note: its id. None where it
    would break rules of the authority: then it has no number, and stands at the invoice desk with
    what is to be mended. None, too, of a refund whose order has parcels on their way: its invoice
    is of all that arrives, and the notes follow it (`issue_notes`)."""
    which = {"seller_id": seller_id, "order_id": order_id}
    if refund_id is not None and _waits(seller_id, order_id):
        return None
    try:
        with transaction.atomic():
            if refund_id is None:
                return issue_invoice(actor=SYSTEM, **which)
            if return_view(seller_id, refund_id) is not None:
                return issue_carriage_note(actor=SYSTEM, **which, return_id=refund_id)
            return issue_credit_note(actor=SYSTEM, **which, refund_id=refund_id)
    except PaperHeld as refusal:
        order = order_view(seller_id, order_id)
        Held.objects.update_or_create(
            **which,
            refund_id=refund_id,
            defaults={
                "order_number": order.number if order else "",
                "remarks": [asdict(one) for one in refusal.remarks],
                "held_at": now(),
            },
        )
        return None


def _waits(seller_id: UUID, order_id: UUID) -> bool:
    order = order_view(seller_id, order_id)
    return order is not None and order.state not in INVOICEABLE

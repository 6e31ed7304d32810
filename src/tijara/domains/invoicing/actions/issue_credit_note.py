"""Take an invoice back: a credit note for all that it says, once."""

from dataclasses import replace
from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.orders.actions import NoSuchOrder
from tijara.domains.orders.queries import order as order_view
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import invoices_of_order
from ..rules import hijri_of
from ..shapes import InvoiceKind
from .issue_invoice import issue_invoice
from .write_invoice import write_invoice


@action(power=Power.SYSTEM)
def issue_credit_note(*, actor: Actor, seller_id: UUID, order_id: UUID) -> UUID:
    """Of an order that was refunded before its invoice was written, that one is written first."""
    order = order_view(seller_id, order_id)
    if order is None:
        raise NoSuchOrder()
    invoice_id = issue_invoice(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    about = next(one for one in invoices_of_order(seller_id, order_id) if one.id == invoice_id)
    today = now().astimezone(ZoneInfo(about.content.time_zone)).date()
    content = replace(
        about.content,
        issued_on=today,
        issued_on_hijri=hijri_of(today),
        about_number=about.number,
    )
    return write_invoice(
        actor=SYSTEM,
        seller_id=seller_id,
        kind=InvoiceKind.CREDIT_NOTE,
        order=order,
        content=content,
    )

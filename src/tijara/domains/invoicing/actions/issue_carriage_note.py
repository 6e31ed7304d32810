"""Write the debit note of a way back that its buyer pays: once for a return."""

from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.orders.actions import NoSuchOrder
from tijara.domains.orders.queries import order as order_view
from tijara.domains.returns.queries import return_view
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Held
from ..queries import main_invoice
from ..rules import carriage_content
from .issue_invoice import issue_invoice
from .write_debit_note import write_debit_note


@action(power=Power.SYSTEM)
def issue_carriage_note(*, actor: Actor, seller_id: UUID, order_id: UUID, return_id: UUID) -> UUID:
    """It is paid already: taken off what went back. The seller's book has it from the note."""
    order, told = order_view(seller_id, order_id), return_view(seller_id, return_id)
    if order is None or told is None or told.order_id != order_id:
        raise NoSuchOrder()
    issue_invoice(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    about = main_invoice(seller_id, order_id)
    if about is None:
        raise NoSuchOrder()
    today = now().astimezone(ZoneInfo(about.content.time_zone)).date()
    content = carriage_content(about.content, about.number, order, told.carriage_moved, today)
    invoice_id, _ = write_debit_note(actor=SYSTEM, order=order, content=content, note_id=return_id)
    Held.objects.filter(seller_id=seller_id, order_id=order_id, refund_id=return_id).delete()
    return invoice_id

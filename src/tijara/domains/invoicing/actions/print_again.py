"""Have a paper printed anew: its electronic document is another one now."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import CommissionInvoice, InvoicePrint


@action(power=Power.SYSTEM)
def print_again(*, actor: Actor, seller_id: UUID, invoice_id: UUID) -> None:
    """What was printed before it, if anything was, is no more. Commission's is its market's."""
    prints = InvoicePrint.objects.filter(seller_id=seller_id, invoice_id=invoice_id)
    if prints.update(file_id=None, wanted_at=now(), retry_at=None, attempts=0, last_error=""):
        return
    CommissionInvoice.objects.filter(
        owner_id=OPERATOR_ID, market_id=seller_id, id=invoice_id
    ).update(file_id=None, retry_at=None)

"""Have an invoice's PDF made, because somebody wants to have it."""

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import InvoicePrint
from ..shapes import InvoiceView


@action(power=Power.SYSTEM)
def want_print(*, actor: Actor, invoice: InvoiceView) -> None:
    """Wanted by many at once it is printed once; what is printed stays as it is. Commission's are
    all printed by themselves. One that has failed is tried at once."""
    wanted = InvoicePrint.objects.filter(
        seller_id=invoice.seller_id, invoice_id=invoice.id, file_id=None
    )
    wanted.update(wanted_at=now())
    wanted.exclude(last_error="").update(retry_at=None)

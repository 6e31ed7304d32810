"""Write another document in the place of one that was rejected.

The invoice keeps its number, since numbers have no gap. What it says of the seller is taken from
how he stands now; the document is a new one, the next of the chain.
"""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Filing
from ..queries import redraft
from ..shapes import FilingState
from ..states import FILING
from .file_invoice import PaperHeld, file_invoice
from .print_again import print_again
from .withdraw_unit import NoUnit


class NotRejected(Refusal):
    """Nothing is to be corrected, or somebody has done it meanwhile."""

    code = "invoicing.not_rejected"
    kind = Kind.CONFLICT


@action(power=Power.INVOICES_MANAGE)
def correct_filing(*, actor: Actor, seller_id: UUID, filing_id: UUID) -> UUID:
    """The id of the new document."""
    rows = Filing.objects.filter(seller_id=seller_id, id=filing_id, state=FilingState.REJECTED)
    invoice_id = rows.values_list("invoice_id", flat=True).first()
    if invoice_id is None or not move_rows(FILING, rows, Step("correct", actor)):
        raise NotRejected()
    made = redraft(seller_id, invoice_id)
    if made is None:
        raise NoUnit()
    if made.remarks:
        raise PaperHeld(made.remarks)
    print_again(actor=SYSTEM, seller_id=seller_id, invoice_id=invoice_id)
    new = file_invoice(actor=SYSTEM, seller_id=seller_id, invoice_id=invoice_id, issuer=made.issuer)
    is_healed = actor.kind is ActorKind.SYSTEM
    Filing.objects.filter(seller_id=seller_id, id=new).update(
        replaces=filing_id, is_healed=is_healed
    )
    return new

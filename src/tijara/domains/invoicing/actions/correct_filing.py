"""Write another document in the place of one that was rejected.

The invoice keeps its number, since numbers have no gap. What it says of the seller is taken from
how he stands now; the document is a new one, the next of the chain.
"""

from dataclasses import replace
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Filing
from ..queries import (
    authority_called,
    issuer_of,
    paper_of,
    rules_broken,
    told_of,
    unit_of,
)
from ..shapes import FilingState, UnitState
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
    unit = unit_of(seller_id)
    if unit is None or unit.state is not UnitState.READY:
        raise NoUnit()
    rows = Filing.objects.filter(seller_id=seller_id, id=filing_id, state=FilingState.REJECTED)
    if not rows.update(state=FilingState.CORRECTED):
        raise NotRejected()
    invoice_id = Filing.objects.values_list("invoice_id", flat=True).get(
        seller_id=seller_id, id=filing_id
    )
    issuer = issuer_of(seller_id)
    paper = paper_of(seller_id, invoice_id)
    mended = replace(paper, content=replace(paper.content, issuer=issuer))
    draft = told_of(mended, new_id(), unit.facts)
    if remarks := rules_broken(authority_called(unit.authority, unit.fields), draft):
        raise PaperHeld(remarks)
    print_again(actor=SYSTEM, seller_id=seller_id, invoice_id=invoice_id)
    return file_invoice(actor=SYSTEM, seller_id=seller_id, invoice_id=invoice_id, issuer=issuer)

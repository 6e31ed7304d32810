"""Write the electronic document of an invoice: the next of its unit's chain, in the commit that
gives the invoice its number, or that corrects one which was rejected."""

import json
from dataclasses import replace
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.rebuilding import rebuild
from tijara.platform.action import action
from tijara.platform.secrets import open_sealed

from ..models import Filing, Invoice, Unit
from ..queries import authority_called
from ..rules import about_unit, semantic_invoice
from ..shapes import (
    ChainPlace,
    FilingState,
    InvoiceContent,
    InvoiceKind,
    Issuer,
    UnitFacts,
    UnitState,
)


@action(power=Power.SYSTEM)
def file_invoice(
    *, actor: Actor, seller_id: UUID, invoice_id: UUID, issuer: Issuer | None = None
) -> UUID:
    """The unit's row stays locked until the commit: counter and hash follow one another without a
    gap, whoever races. `issuer` where what the paper says of the seller was wrong."""
    unit = Unit.objects.select_for_update(no_key=True).get(
        seller_id=seller_id, state=UnitState.READY
    )
    paper = Invoice.objects.get(seller_id=seller_id, id=invoice_id)
    content = rebuild(InvoiceContent, paper.content)
    if issuer is not None:
        content = replace(content, issuer=issuer)
    uuid, place = new_id(), ChainPlace(unit.counter + 1, unit.last_hash)
    told = semantic_invoice(
        InvoiceKind(paper.kind),
        paper.number,
        uuid,
        paper.issued_at,
        content,
        rebuild(UnitFacts, unit.facts),
    )
    if told.preceding is not None:
        mark = _mark(seller_id, told.preceding.number)
        told = replace(told, preceding=replace(told.preceding, mark=mark))
    authority = authority_called(unit.authority, unit.fields)
    keys = json.loads(open_sealed(unit.sealed, about=about_unit(unit.id)))
    made = authority.compose(told, keys, place)
    Unit.objects.filter(seller_id=seller_id, id=unit.id).update(
        counter=place.counter, last_hash=made.hash
    )
    state = FilingState.WAITING if authority.sends else FilingState.KEPT
    filing = Filing.objects.create(
        seller_id=seller_id,
        unit_id=unit.id,
        invoice_id=invoice_id,
        authority=unit.authority,
        uuid=uuid,
        counter=place.counter,
        before=place.before,
        hash=made.hash,
        document=made.document,
        ending=made.ending,
        qr=made.qr,
        needs_clearance=made.needs_clearance and authority.sends,
        state=state,
        retry_at=now() if authority.sends else None,
    )
    return filing.id


def _mark(seller_id: UUID, number: str) -> str:
    """The hash of the document of the invoice that a note is about, if it has one."""
    papers = Invoice.objects.filter(seller_id=seller_id, number=number).values_list("id", flat=True)
    standing = Filing.objects.filter(seller_id=seller_id, invoice_id__in=list(papers[:1]))
    standing = standing.exclude(state=FilingState.CORRECTED)
    return standing.values_list("hash", flat=True).first() or ""

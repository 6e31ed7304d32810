"""Write the electronic document of an invoice: the next of its unit's chain, in the commit that
gives the invoice its number, or that corrects one which was rejected."""

import json
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.rebuilding import rebuild
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.secrets import SealBroken, open_sealed

from ..models import Filing, Unit
from ..queries import authority_called, paper_of, told_of
from ..rules import about_unit, fingerprint
from ..shapes import (
    ChainPlace,
    FilingState,
    Issuer,
    Remark,
    UnitFacts,
    UnitState,
)
from ..states import FILING

NO_KEYS = "keys"
"""The rule that is broken where a unit can't sign."""


class PaperHeld(Refusal):
    """It would break rules of the seller's authority: it is not numbered as it is."""

    code = "invoicing.paper_held"
    kind = Kind.CONFLICT

    def __init__(self, remarks: Sequence[Remark]) -> None:
        super().__init__(rules=", ".join(one.rule for one in remarks))
        self.remarks = tuple(remarks)


@action(power=Power.SYSTEM)
def file_invoice(
    *, actor: Actor, seller_id: UUID, invoice_id: UUID, issuer: Issuer | None = None
) -> UUID:
    """The unit's row stays locked until the commit: counter and hash follow one another without a
    gap, whoever races. `issuer` where what the paper says of the seller was wrong."""
    unit = Unit.objects.select_for_update(no_key=True).get(
        seller_id=seller_id, state=UnitState.READY
    )
    found = paper_of(seller_id, invoice_id)
    content = found.content if issuer is None else replace(found.content, issuer=issuer)
    uuid, place = new_id(), ChainPlace(unit.counter + 1, unit.last_hash)
    paper = replace(found, content=content)
    told = told_of(paper, uuid, rebuild(UnitFacts, unit.facts))
    authority = authority_called(unit.authority, unit.fields)
    keys = _keys(unit)
    made = authority.compose(told, keys, place)
    Unit.objects.filter(seller_id=seller_id, id=unit.id).update(
        counter=place.counter, last_hash=made.hash if made.is_linked else unit.last_hash
    )
    state = FILING.start if authority.sends else FilingState.KEPT
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
        is_linked=made.is_linked,
        qr=made.qr,
        said=fingerprint(told),
        needs_clearance=made.needs_clearance and authority.sends,
        state=state,
        retry_at=now() if authority.sends else None,
    )
    return filing.id


def _keys(unit: Unit) -> dict[str, str]:
    try:
        return json.loads(open_sealed(unit.sealed, about=about_unit(unit.id)))
    except SealBroken as error:
        raise PaperHeld([Remark(NO_KEYS, "nothing opens the unit's keys")]) from error

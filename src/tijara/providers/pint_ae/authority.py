"""PINT-AE as the house speaks to it. There is nobody to ask: the seller's accredited provider
exchanges the documents, and takes them from the desk."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, ClassVar

from tijara.domains.invoicing.shapes import (
    Accepted,
    Applicant,
    ChainPlace,
    Composed,
    Enrolled,
    ToSend,
)
from tijara.kit.en16931 import Broken, SemanticInvoice

from . import document


@dataclass(frozen=True, slots=True)
class PintAeSettings:
    """None."""


class PintAeAuthority:
    Settings: ClassVar[type[Any]] = PintAeSettings
    regime = "pint_ae"
    sends = False
    asks = ()

    def __init__(self, settings: PintAeSettings) -> None: ...

    def facts_faults(self, applicant: Applicant) -> dict[str, str]:
        facts = applicant.facts
        wanted = {
            "street": bool(facts.street),
            "city": bool(facts.city),
            "region": facts.region in document.EMIRATES,
            "vat_number": bool(document.TRN.fullmatch(applicant.vat_number)),
        }
        return {name: "invalid" for name, holds in wanted.items() if not holds}

    def takes(self, invoice: SemanticInvoice) -> bool:
        """What is sold to persons is not in its reach."""
        return not invoice.is_simplified

    def faults(self, invoice: SemanticInvoice) -> list[Broken]:
        return document.faults(invoice)

    def compose(
        self, invoice: SemanticInvoice, keys: Mapping[str, str], place: ChainPlace
    ) -> Composed:
        whole = document.written(invoice)
        return Composed(whole, sha256(whole.encode()).hexdigest(), "", needs_clearance=False)

    def send(self, filing: ToSend, keys: Mapping[str, str]) -> Accepted:
        return Accepted()

    def begin(self, applicant: Applicant, given: Mapping[str, str]) -> Enrolled:
        return Enrolled({})

    def prove(self, applicant: Applicant, keys: Mapping[str, str]) -> Enrolled:
        return Enrolled(dict(keys))

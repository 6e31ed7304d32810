"""PINT-AE as the house speaks to it. There is nobody to ask: the seller's accredited provider
exchanges the documents, and takes them from the desk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, ClassVar

from tijara.domains.invoicing.shapes import (
    Accepted,
    Applicant,
    ChainPlace,
    Composed,
    Enrolled,
    FactAsked,
    GoodsToCode,
    ToSend,
)
from tijara.kit.en16931 import Broken, SemanticInvoice

from . import document, wordings


@dataclass(frozen=True, slots=True)
class PintAeSettings:
    """None."""


class PintAeAuthority:
    Settings: ClassVar[type[Any]] = PintAeSettings
    regime = "pint_ae"
    sends = False
    asks = ()
    title, rules, family = wordings.TITLE, wordings.RULES, wordings.FAMILY
    passing_rules: ClassVar[frozenset[str]] = frozenset()
    facts = (
        FactAsked("street"),
        FactAsked("building", is_needed=False),
        FactAsked("district", is_needed=False),
        FactAsked("city"),
        FactAsked("postcode", is_needed=False),
        FactAsked("extra", is_needed=False),
        FactAsked("region", choices=tuple(sorted(document.EMIRATES)), hint="letters_of_emirate"),
    )

    def __init__(self, settings: PintAeSettings) -> None: ...

    def facts_faults(self, applicant: Applicant) -> dict[str, str]:
        found = {one.name: one.fault(getattr(applicant.facts, one.name)) for one in self.facts}
        if not document.TRN.fullmatch(applicant.vat_number):
            found["vat_number"] = "invalid"
        return {name: code for name, code in found.items() if code}

    def takes(self, invoice: SemanticInvoice) -> bool:
        """What is sold to persons is not in its reach."""
        return not invoice.is_simplified

    def faults(self, invoice: SemanticInvoice) -> list[Broken]:
        return document.faults(invoice)

    def codes_to_register(self, vat_number: str, goods: Iterable[GoodsToCode]) -> list[list[str]]:
        return []

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

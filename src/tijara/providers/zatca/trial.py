"""The six documents that a new unit shows the authority before it may give out real ones."""

from collections.abc import Iterator
from datetime import datetime
from uuid import uuid5
from zoneinfo import ZoneInfo

from tijara.domains.invoicing.shapes import Applicant
from tijara.kit.clock import now
from tijara.kit.en16931 import (
    Category,
    PaperKind,
    Place,
    Preceding,
    SemanticInvoice,
    SupplyLine,
    TaxShare,
    Trader,
    totals_of,
)
from tijara.kit.money import Money

RIYADH = ZoneInfo("Asia/Riyadh")
RATE = 1500


def documents(applicant: Applicant) -> Iterator[SemanticInvoice]:
    for is_simplified in (False, True):
        for kind in PaperKind:
            yield _trial(applicant, kind, is_simplified, now().astimezone(RIYADH))


def seller_of(applicant: Applicant) -> Trader:
    facts = applicant.facts
    place = Place(
        country=applicant.country,
        street=facts.street,
        building=facts.building,
        extra=facts.extra,
        district=facts.district,
        city=facts.city,
        region=facts.region,
        postcode=facts.postcode,
    )
    name, vat = applicant.legal_name, applicant.vat_number
    return Trader(name, place, vat, applicant.registration, "CRN")


def _trial(
    applicant: Applicant, kind: PaperKind, is_simplified: bool, moment: datetime
) -> SemanticInvoice:
    net, tax = Money(10_000, "SAR"), Money(1_500, "SAR")
    lines = (SupplyLine("Trial", 1, net, Category.STANDARD, RATE, tax),)
    shares = (TaxShare(Category.STANDARD, RATE, net, tax),)
    number = f"TRIAL-{'B2C' if is_simplified else 'B2B'}-{kind.upper()}"
    is_note = kind is not PaperKind.INVOICE
    buyer = Trader("Trial buyer", seller_of(applicant).place, "399999999900003")
    return SemanticInvoice(
        kind=kind,
        is_simplified=is_simplified,
        number=number,
        uuid=uuid5(applicant.unit, number),
        issued_at=moment,
        supplied_on=moment.date(),
        seller=seller_of(applicant),
        buyer=buyer,
        lines=lines,
        adjustments=(),
        shares=shares,
        totals=totals_of(lines, (), shares, Money(0, "SAR")),
        payment_code="10",
        preceding=Preceding("TRIAL", moment.date()) if is_note else None,
        reason="Trial" if is_note else "",
    )

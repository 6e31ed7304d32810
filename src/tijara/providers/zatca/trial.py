"""The six documents that a new unit shows the authority before it may give out real ones."""

from collections.abc import Iterator
from datetime import datetime
from uuid import uuid5
from zoneinfo import ZoneInfo

from tijara.domains.invoicing.shapes import Applicant
from tijara.kit.clock import now
from tijara.kit.en16931 import Category, PaperKind, Place, SemanticInvoice, Trader
from tijara.kit.en16931.samples import Occasion, paper

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
    seller = seller_of(applicant)
    number = f"TRIAL-{'B2C' if is_simplified else 'B2B'}-{kind.upper()}"
    return paper(
        kind,
        Occasion(
            seller=seller,
            buyer=Trader("Trial buyer", seller.place, "399999999900003"),
            moment=moment,
            currency="SAR",
            number=number,
            uuid=uuid5(applicant.unit, number),
            is_simplified=is_simplified,
        ),
        [(11_500, Category.STANDARD, RATE)],
    )

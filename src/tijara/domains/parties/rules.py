"""What the numbers of a business look like, and what an address must hold."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol
from uuid import UUID

from stdnum.dz import nif
from stdnum.eg import tn as egyptian
from stdnum.exceptions import ValidationError
from stdnum.ma import ice
from stdnum.tn import mf

from tijara.kit.arabic import ascii_digits, strip_controls

from .shapes import (
    AddressPart,
    CustomerPapers,
    LegalIdentity,
    PartyKind,
    RegisteredAddress,
    Role,
)

MOST_ADDRESSES = 20
MOST_INVITATIONS = 50
LONGEST_IDENTITY = {"legal_name": 200, "address": 300}
LONGEST_PAPERS = {
    "legal_name": 200,
    "registration_number": 30,
    "agency_code": 30,
    "address": 300,
}
SAUDI_VAT = re.compile(r"3\d{13}3")
"""Fifteen digits, the first and the last a 3: ZATCA's data dictionary, BR-KSA-40."""
EMIRATI_VAT = re.compile(r"100\d{12}")
"""Fifteen digits that begin with 100: the Federal Tax Authority's TRN."""
REGISTRATION_NUMBER = re.compile(r"[0-9A-Z/-]{4,30}")
EMIRATES = ("AUH", "DXB", "SHJ", "AJM", "UAQ", "RAK", "FUJ")
ASKED_OF_COMPANIES: dict[str, tuple[AddressPart, ...]] = {
    "SA": (
        AddressPart("building", digits=4),
        AddressPart("street"),
        AddressPart("district"),
        AddressPart("city"),
        AddressPart("postcode", digits=5),
        AddressPart("extra", is_needed=False, digits=4),
    ),
    "EG": (
        AddressPart("building"),
        AddressPart("street"),
        AddressPart("city"),
        AddressPart("region"),
        AddressPart("postcode", is_needed=False, digits=5),
    ),
    "AE": (
        AddressPart("building", is_needed=False),
        AddressPart("street"),
        AddressPart("city"),
        AddressPart("region", choices=EMIRATES),
    ),
}
"""By country: what its electronic invoices must tell of a buyer (BR-KSA-63 and -67; ETA's receiver;
ibr-123-ae and -128-ae)."""
ANYWHERE = (
    AddressPart("building", is_needed=False),
    AddressPart("street"),
    AddressPart("district", is_needed=False),
    AddressPart("city"),
    AddressPart("postcode", is_needed=False),
)
LONGEST_PART = 120
NUMBER_BEFORE = re.compile(r"(?:(\d+)\s+)?(.*)", re.DOTALL)
POSTCODE_AFTER = re.compile(r"\s*\b(\d{5})$")
ANY_NUMBER = re.compile(r"[A-Z0-9]{5,20}")
_stdnum: dict[str, Any] = {"EG": egyptian, "DZ": nif, "MA": ice, "TN": mf}
_patterns = {"SA": SAUDI_VAT, "AE": EMIRATI_VAT}


class HasRole(Protocol):
    role: Any


def owners_without(person_id: UUID, people: Mapping[UUID, HasRole]) -> int:
    """How many owners a seller has beside this person."""
    return sum(
        one.role == Role.OWNER for member_id, one in people.items() if member_id != person_id
    )


def tidy_number(typed: str) -> str:
    """Any script's digits as ASCII; spaces, dashes and strokes between them go."""
    return re.sub(r"[\s\-/.]", "", ascii_digits(strip_controls(typed))).upper()


def is_vat_number(number: str, country: str) -> bool:
    """Of a tidy number. Where no rule of the country is known, a likely length will do."""
    if country not in _stdnum:
        return bool(_patterns.get(country, ANY_NUMBER).fullmatch(number))
    try:
        _stdnum[country].validate(number)
    except ValidationError:
        return False
    return True


def checked_identity(told: LegalIdentity, country: str) -> tuple[LegalIdentity, dict[str, str]]:
    """A seller's identity as it is kept, and what is wrong with it: a code by field."""
    tidy = LegalIdentity(
        legal_name=strip_controls(told.legal_name),
        vat_number=tidy_number(told.vat_number),
        registration_number=_spaceless(told.registration_number),
        address=strip_controls(told.address),
        kind=PartyKind(told.kind),
    )
    faults = {
        field: "too_long"
        for field, most in LONGEST_IDENTITY.items()
        if len(getattr(tidy, field)) > most
    }
    if not tidy.legal_name:
        faults["legal_name"] = "required"
    if tidy.vat_number and not is_vat_number(tidy.vat_number, country):
        faults["vat_number"] = "vat_number_invalid"
    if tidy.vat_number and not tidy.address:
        faults["address"] = "needed_on_invoices"
    if tidy.registration_number and not is_registration_number(tidy.registration_number):
        faults["registration_number"] = "registration_number_invalid"
    return tidy, faults


def checked_customer(told: CustomerPapers, country: str) -> tuple[CustomerPapers, dict[str, str]]:
    """As they are kept, and what is wrong: a company or an agency must have a name."""
    tidy = replace(
        told,
        kind=PartyKind(told.kind),
        legal_name=strip_controls(told.legal_name),
        vat_number=tidy_number(told.vat_number),
        registration_number=tidy_number(told.registration_number),
        agency_code=tidy_number(told.agency_code),
        address=strip_controls(told.address),
    )
    faults = {
        field: "too_long"
        for field, most in LONGEST_PAPERS.items()
        if len(getattr(tidy, field)) > most
    }
    if tidy.kind is not PartyKind.PERSON and not tidy.legal_name:
        faults["legal_name"] = "required"
    if told.place != RegisteredAddress():
        place, of_place = checked_place(told.place, country)
        tidy = replace(tidy, place=place, address=str(place))
        faults |= of_place
    if tidy.vat_number and not is_vat_number(tidy.vat_number, country):
        faults["vat_number"] = "vat_number_invalid"
    return tidy, faults


def address_parts(country: str) -> tuple[AddressPart, ...]:
    return ASKED_OF_COMPANIES.get(country, ANYWHERE)


def checked_place(
    told: RegisteredAddress, country: str
) -> tuple[RegisteredAddress, dict[str, str]]:
    """As it is kept, and what is wrong: a code by part. What the country does not ask for is left
    out."""
    asked = address_parts(country)
    tidy = RegisteredAddress(**{one.name: _tidy_part(one, told) for one in asked})
    found = {one.name: _part_fault(one, getattr(tidy, one.name)) for one in asked}
    if len(str(tidy)) > LONGEST_PAPERS["address"]:
        found["street"] = found["street"] or "too_long"
    return tidy, {name: fault for name, fault in found.items() if fault}


def place_in(written: str) -> RegisteredAddress:
    """What an address in one line tells by itself: the street with its building, the district, the
    town with its postcode, in the order in which `str` of a registered address writes them. For a
    form that a person looks over."""
    said = [part.strip() for part in re.split("[،,;\n]", ascii_digits(strip_controls(written)))]
    parts = [part for part in said if part]
    if not parts:
        return RegisteredAddress()
    building, street = NUMBER_BEFORE.findall(parts[0])[0]
    last = next((at for at, part in enumerate(parts) if POSTCODE_AFTER.search(part)), None)
    at = len(parts) - 1 if last is None else last
    town = parts[at] if at else ""
    return RegisteredAddress(
        building=building,
        street=street,
        district=" ".join(parts[1:at]),
        city=POSTCODE_AFTER.sub("", town),
        region=" ".join(parts[at + 1 :]) if at else "",
        postcode="".join(POSTCODE_AFTER.findall(town)),
    )


def _tidy_part(part: AddressPart, told: RegisteredAddress) -> str:
    said = strip_controls(getattr(told, part.name)).strip()
    return tidy_number(said) if part.digits else said


def _part_fault(part: AddressPart, said: str) -> str:
    if not said:
        return "required" if part.is_needed else ""
    if len(said) > LONGEST_PART:
        return "too_long"
    if part.choices and said not in part.choices:
        return "unknown"
    if part.digits and not (said.isascii() and said.isdigit() and len(said) == part.digits):
        return {4: "four_digits", 5: "five_digits"}[part.digits]
    return ""


def _spaceless(typed: str) -> str:
    return ascii_digits(strip_controls(typed)).replace(" ", "").upper()


def is_registration_number(typed: str) -> bool:
    return bool(REGISTRATION_NUMBER.fullmatch(typed))

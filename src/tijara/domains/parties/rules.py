"""What numbers of the law look like, and what an address must hold."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from stdnum.dz import nif
from stdnum.eg import tn as egyptian
from stdnum.exceptions import ValidationError
from stdnum.ma import ice
from stdnum.tn import mf

from tijara.domains.geography.queries import city as city_of
from tijara.kit.arabic import ascii_digits, strip_controls
from tijara.kit.phones import mobile_number

from .shapes import CustomerPapers, PartyKind, SellerPapers

MOST_ADDRESSES = 20
MOST_INVITATIONS = 50
LONGEST_FIELD = 200
LONGEST = {"recipient": 120, "district": 80, "street": 120, "landmark": 160, "email": 254}
PLACES = ("short_code", "district", "street", "landmark")
SHORT_CODE = re.compile(r"[A-Z]{4}\d{4}")
SAUDI_VAT = re.compile(r"3\d{13}3")
"""Fifteen digits, the first and the last a 3: ZATCA's data dictionary, BR-KSA-40."""
EMIRATI_VAT = re.compile(r"100\d{12}")
"""Fifteen digits that begin with 100: the Federal Tax Authority's TRN."""
ANY_NUMBER = re.compile(r"[A-Z0-9]{5,20}")
_stdnum: dict[str, Any] = {"EG": egyptian, "DZ": nif, "MA": ice, "TN": mf}
_patterns = {"SA": SAUDI_VAT, "AE": EMIRATI_VAT}


def tidy_number(typed: str) -> str:
    """Any script's digits as ASCII; spaces, dashes and strokes between them go."""
    return re.sub(r"[\s\-/.]", "", ascii_digits(strip_controls(typed))).upper()


def vat_problem(number: str, country: str) -> str:
    """The code of what is wrong with a tidy VAT number, or nothing. Where no rule of the country
    is known, letters and digits of a likely length will do."""
    if not number:
        return ""
    return "" if _fits(number, country) else "vat_number_invalid"


def _fits(number: str, country: str) -> bool:
    if country not in _stdnum:
        return bool(_patterns.get(country, ANY_NUMBER).fullmatch(number))
    try:
        _stdnum[country].validate(number)
    except ValidationError:
        return False
    return True


def checked_papers(told: SellerPapers, country: str) -> tuple[SellerPapers, dict[str, str]]:
    """A seller's papers as they are kept, and what is wrong with them: a code by field."""
    tidy = replace(
        told,
        kind=PartyKind(told.kind),
        legal_name=strip_controls(told.legal_name),
        vat_number=tidy_number(told.vat_number),
        registration_number=tidy_number(told.registration_number),
        address=strip_controls(told.address),
    )
    faults = {
        "legal_name": name_problem(tidy.legal_name),
        "vat_number": vat_problem(tidy.vat_number, country),
        "registration_number": "" if len(tidy.registration_number) <= 30 else "too_long",
        "address": "" if len(tidy.address) <= 300 else "too_long",
    }
    return tidy, {field: code for field, code in faults.items() if code}


def checked_customer(told: CustomerPapers, country: str) -> tuple[CustomerPapers, dict[str, str]]:
    """As they are kept, and what is wrong: a company or an agency must have a name."""
    tidy = replace(
        told,
        kind=PartyKind(told.kind),
        legal_name=strip_controls(told.legal_name),
        vat_number=tidy_number(told.vat_number),
        registration_number=tidy_number(told.registration_number),
        agency_code=tidy_number(told.agency_code),
    )
    needs_name = tidy.kind is not PartyKind.PERSON
    faults = {
        "legal_name": name_problem(tidy.legal_name) if needs_name or tidy.legal_name else "",
        "vat_number": vat_problem(tidy.vat_number, country),
        "registration_number": "" if len(tidy.registration_number) <= 30 else "too_long",
        "agency_code": "" if len(tidy.agency_code) <= 30 else "too_long",
    }
    return tidy, {field: code for field, code in faults.items() if code}


def name_problem(name: str) -> str:
    if not name:
        return "empty"
    return "too_long" if len(name) > 200 else ""


def tidy_fields(typed: Mapping[str, str], country: str) -> dict[str, str]:
    """An address's fields as they are kept: nothing that was typed is thrown away."""
    tidy = {
        name: strip_controls(text)[:LONGEST_FIELD]
        for name, text in typed.items()
        if name.isidentifier() and text
    }
    tidy["phone"] = mobile_number(typed.get("phone", ""), country) or tidy.get("phone", "")
    if "short_code" in tidy:
        tidy["short_code"] = tidy_number(tidy["short_code"])
    return tidy


def address_faults(fields: Mapping[str, str], country: str) -> dict[str, str]:
    """What is wrong with a tidy address: a code by field."""
    wrong = {name: "too_long" for name, most in LONGEST.items() if len(fields.get(name, "")) > most}
    if len(fields.get("recipient", "")) < 2:
        wrong["recipient"] = "required"
    if mobile_number(fields.get("phone", ""), country) is None:
        wrong["phone"] = "phone_invalid" if fields.get("phone") else "required"
    where = city_of(fields.get("city", ""))
    if where is None or where.country != country:
        wrong["city"] = "city_unknown" if fields.get("city") else "required"
    if fields.get("short_code") and not SHORT_CODE.fullmatch(fields["short_code"]):
        wrong["short_code"] = "short_code_invalid"
    if not any(fields.get(name) for name in PLACES):
        wrong["street"] = "place_needed"
    return wrong

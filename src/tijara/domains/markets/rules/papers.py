"""What the operator of a market says of himself, checked as far as no register is asked."""

import re
from dataclasses import asdict, replace

from tijara.kit.arabic import ascii_digits, strip_controls

from ..shapes import OperatorPapers

LONGEST = {"name": 200, "address": 300, "email": 254}
NUMBER = re.compile(r"[0-9A-Z/-]{4,30}")
PHONE = re.compile(r"\+?[0-9][0-9 ]{2,19}")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def checked_papers(told: OperatorPapers) -> tuple[OperatorPapers, dict[str, str]]:
    """As they are kept, and what is wrong with them: a code by field."""
    tidy = replace(told, **{name: strip_controls(text) for name, text in asdict(told).items()})
    tidy = replace(
        tidy,
        commercial_register=_number(tidy.commercial_register),
        vat_number=_number(tidy.vat_number),
        phone=ascii_digits(tidy.phone),
    )
    faults = {
        name: "too_long"
        for name, text in asdict(tidy).items()
        if len(text) > LONGEST.get(name.partition("_")[0], 30)
    }
    if tidy.commercial_register and not NUMBER.fullmatch(tidy.commercial_register):
        faults["commercial_register"] = "registration_number_invalid"
    if tidy.vat_number and not NUMBER.fullmatch(tidy.vat_number):
        faults["vat_number"] = "vat_number_invalid"
    if tidy.phone and not PHONE.fullmatch(tidy.phone):
        faults["phone"] = "not_a_phone"
    if tidy.email and not EMAIL.fullmatch(tidy.email):
        faults["email"] = "not_an_email"
    return tidy, faults


def _number(typed: str) -> str:
    return ascii_digits(typed).replace(" ", "").upper()

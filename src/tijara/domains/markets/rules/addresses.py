"""Which address a courier can find, country by country."""

import re
from collections.abc import Callable, Mapping

from tijara.domains.geography.queries import city as city_of
from tijara.domains.geography.queries import has_cities
from tijara.kit.arabic import ascii_digits, strip_controls
from tijara.kit.phones import mobile_number

from ..shapes import AddressRules
from .pins import lies_within, read_pin

SHORT_CODE = re.compile(r"[A-Z]{4}\d{4}")
FOUR_DIGITS = re.compile(r"\d{4}")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
LONGEST = {
    "recipient": 120,
    "city": 80,
    "district": 80,
    "region": 80,
    "street": 120,
    "building": 40,
    "unit": 40,
    "landmark": 160,
    "notes": 240,
    "email": 254,
    "pin": 500,
}
OTHERWISE = 40
"""The most letters of a field that is not listed."""
Fields = dict[str, str]
Check = Callable[[str, str, AddressRules], tuple[str, str]]
"""Of a text, its country and its rules: the text as it is kept, and what is wrong with it."""


def tidy_fields(
    typed: Mapping[str, str], country: str, rules: AddressRules
) -> tuple[Fields, Fields]:
    """The fields as they are kept, and what is wrong with them: a code by field; empty, all well.

    Nothing that was typed is thrown away for being wrong; what the country does not use is.
    """
    tidy = {name: strip_controls(typed.get(name, "")) for name in rules.fields}
    wrong = {name: "required" for name in rules.required if not tidy.get(name)}
    if len(tidy["recipient"]) < 2:
        wrong["recipient"] = "required"
    for name, check in CHECKS.items():
        if tidy.get(name):
            tidy[name], fault = check(tidy[name], country, rules)
            if fault:
                wrong[name] = fault
    if rules.one_of and not any(tidy.get(name) for name in rules.one_of):
        wrong.setdefault("street", "place_needed")
    wrong |= {
        name: "too_long" for name, text in tidy.items() if len(text) > LONGEST.get(name, OTHERWISE)
    }
    return tidy, wrong


def _phone(typed: str, country: str, rules: AddressRules) -> tuple[str, str]:
    number = mobile_number(typed, country)
    return (number, "") if number else (typed, "phone_invalid")


def _city(code: str, country: str, rules: AddressRules) -> tuple[str, str]:
    """Where no list knows the country's cities the name is taken as it was written, unless it is
    the code of a city elsewhere."""
    where = city_of(code)
    if where is None and not has_cities(country):
        return code, ""
    return code, "" if where and where.country == country else "city_unknown"


def _pin(typed: str, country: str, rules: AddressRules) -> tuple[str, str]:
    pin, fault = read_pin(typed)
    if pin and not fault and rules.bounds and not lies_within(pin, rules.bounds):
        return typed, "pin_elsewhere"
    return pin, fault


def _code(pattern: re.Pattern, fault: str) -> Check:
    """Codes are written with gaps and strokes, in small letters, in the digits of any script."""

    def check(typed: str, country: str, rules: AddressRules) -> tuple[str, str]:
        code = ascii_digits(typed).replace(" ", "").replace("-", "").upper()
        return code, "" if pattern.fullmatch(code) else fault

    return check


def _email(typed: str, country: str, rules: AddressRules) -> tuple[str, str]:
    return typed, "" if EMAIL.fullmatch(typed) else "email_invalid"


CHECKS: dict[str, Check] = {
    "phone": _phone,
    "second_phone": _phone,
    "city": _city,
    "pin": _pin,
    "short_code": _code(SHORT_CODE, "short_code_invalid"),
    "additional_number": _code(FOUR_DIGITS, "four_digits"),
    "email": _email,
}

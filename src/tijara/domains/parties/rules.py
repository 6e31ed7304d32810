"""What the numbers of a business look like."""

import re

VAT_NUMBERS = {
    "SA": re.compile(r"3[0-9]{13}3"),
    "AE": re.compile(r"[0-9]{15}"),
    "EG": re.compile(r"[0-9]{9}"),
}
ANY_VAT_NUMBER = re.compile(r"[0-9A-Z]{5,20}")
REGISTRATION_NUMBER = re.compile(r"[0-9A-Z/-]{4,30}")


def is_vat_number(typed: str, country: str) -> bool:
    return bool(VAT_NUMBERS.get(country, ANY_VAT_NUMBER).fullmatch(typed))


def is_registration_number(typed: str) -> bool:
    return bool(REGISTRATION_NUMBER.fullmatch(typed))

"""Phone numbers as people type them: digits of any script, spaces, 00 and +."""

import phonenumbers

from tijara.kit.arabic import ascii_digits, strip_controls

HIDDEN = "XXXX"
MOBILE = (
    phonenumbers.PhoneNumberType.MOBILE,
    phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
)


def mobile_number(typed: str, country: str) -> str | None:
    """E.164 (+966551234567); None when it can take neither a call of a courier nor a text."""
    try:
        number = phonenumbers.parse(ascii_digits(strip_controls(typed)), country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number) or phonenumbers.number_type(number) not in MOBILE:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def example_mobile(country: str) -> str:
    """A mobile number of the country with its last digits hidden: 050 123 XXXX."""
    number = phonenumbers.example_number_for_type(country, phonenumbers.PhoneNumberType.MOBILE)
    if number is None:
        return ""
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return shown[: -len(HIDDEN)] + HIDDEN

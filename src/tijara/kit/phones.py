"""Phone numbers as people type them: digits of any script, spaces, 00 and +."""

import phonenumbers

from tijara.kit.arabic import ascii_digits, strip_controls

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

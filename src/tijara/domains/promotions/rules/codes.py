"""Codes as people write them."""

import unicodedata

from tijara.kit.arabic import ascii_digits

SHORTEST, LONGEST = 3, 20


def tidy_code(typed: str) -> str:
    """A code's one spelling: capitals, ASCII digits, no spaces, dashes or hidden marks. "عيد ٢٠"
    and "عيد-20" are one code, so are "ramadan-25" and "RAMADAN25". Empty where it can be none."""
    plain = ascii_digits(unicodedata.normalize("NFKC", typed[:80]))
    letters = "".join(one for one in plain if one.isalnum()).upper()
    return letters if SHORTEST <= len(letters) <= LONGEST else ""

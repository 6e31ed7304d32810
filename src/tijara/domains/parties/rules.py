"""What the numbers of a business look like, and what an address must hold."""

import re
from typing import Any

from stdnum.dz import nif
from stdnum.eg import tn as egyptian
from stdnum.exceptions import ValidationError
from stdnum.ma import ice
from stdnum.tn import mf

from tijara.kit.arabic import ascii_digits, strip_controls

MOST_ADDRESSES = 20
SAUDI_VAT = re.compile(r"3\d{13}3")
"""Fifteen digits, the first and the last a 3: ZATCA's data dictionary, BR-KSA-40."""
EMIRATI_VAT = re.compile(r"100\d{12}")
"""Fifteen digits that begin with 100: the Federal Tax Authority's TRN."""
REGISTRATION_NUMBER = re.compile(r"[0-9A-Z/-]{4,30}")
ANY_NUMBER = re.compile(r"[A-Z0-9]{5,20}")
_stdnum: dict[str, Any] = {"EG": egyptian, "DZ": nif, "MA": ice, "TN": mf}
_patterns = {"SA": SAUDI_VAT, "AE": EMIRATI_VAT}


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


def is_registration_number(typed: str) -> bool:
    return bool(REGISTRATION_NUMBER.fullmatch(typed))

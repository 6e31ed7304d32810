"""What the law asks a market to say about itself, from the settings."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Operator:
    """Empty: not given, not shown."""

    name_ar: str
    name_en: str
    commercial_register: str = ""
    vat_number: str = ""
    phone: str = ""
    email: str = ""
    address_ar: str = ""
    address_en: str = ""


@cache
def the_operator() -> Operator:
    return Operator(**settings.OPERATOR)

"""Pure rules of countries and markets."""

from .addresses import tidy_fields
from .papers import checked_papers
from .pins import read_pin
from .policies import policy_faults, tidy_iban
from .profiles import RULES, profile_of

__all__ = [
    "RULES",
    "checked_papers",
    "policy_faults",
    "profile_of",
    "read_pin",
    "tidy_fields",
    "tidy_iban",
]

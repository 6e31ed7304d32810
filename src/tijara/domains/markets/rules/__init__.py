"""Pure rules of countries and markets."""

from .addresses import tidy_fields
from .papers import checked_papers
from .pins import read_pin
from .policies import policy_faults, tidy_iban
from .profiles import RULES, WORLDWIDE_ADDRESS, profile_of
from .withdrawal import exceptions_on, terms_by_law

__all__ = [
    "RULES",
    "WORLDWIDE_ADDRESS",
    "checked_papers",
    "exceptions_on",
    "policy_faults",
    "profile_of",
    "read_pin",
    "terms_by_law",
    "tidy_fields",
    "tidy_iban",
]

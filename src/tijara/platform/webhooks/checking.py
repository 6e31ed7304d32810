"""What is typed about an endpoint, looked at."""

from collections.abc import Sequence

from django.conf import settings

from .published import published_fact
from .rules import url_fault

LONGEST_NOTE = 120


def checked(url: str, note: str, types: Sequence[str]) -> dict[str, str]:
    """What is wrong, as a code by field."""
    faults = {}
    if fault := url_fault(url, only_https=not settings.DEMONSTRATION):
        faults["url"] = fault
    if len(note) > LONGEST_NOTE:
        faults["note"] = "too_long"
    if not all(map(published_fact, types)):
        faults["types"] = "unknown"
    return faults

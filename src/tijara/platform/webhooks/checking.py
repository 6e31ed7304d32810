"""What is typed about an endpoint, looked at."""

from collections.abc import Sequence

from django.conf import settings

from .published import published_fact
from .rules import names_private_address, url_fault

LONGEST_NOTE = 120


def checked(url: str, note: str, types: Sequence[str]) -> dict[str, str]:
    """What is wrong, as a code by field."""
    faults = {}
    if fault := url_fault(url, only_https=not settings.DEMONSTRATION):
        faults["url"] = fault
    elif not settings.WEBHOOKS_ANYWHERE and names_private_address(url):
        faults["url"] = "not_public"
    if len(note) > LONGEST_NOTE:
        faults["note"] = "too_long"
    if not all(map(published_fact, types)):
        faults["types"] = "unknown_event"
    return faults

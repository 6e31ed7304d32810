"""Whose an address is, and how many are told at a time."""

from datetime import timedelta
from uuid import UUID, uuid5

MAILBOXES = UUID("0199d3a0-5f3e-7c41-9a57-3b6d0c1e8f22")
FEWEST_TOLD, MOST_TOLD = 20, 100_000
TOLD_FOR_EACH = 10
"""Of ten who are told, about one buys."""
BETWEEN_LANES = timedelta(minutes=15)
BETWEEN_LOOKS = timedelta(minutes=30)
"""Without a fact that calls for it: a hold may have lapsed, or a store come back from holiday."""


def mailbox_id(email: str) -> UUID:
    """Who owns what a guest waits for: his address, by its value. Left twice, from two devices,
    it is the same."""
    return uuid5(MAILBOXES, email)


def lane_of(free: int) -> int:
    """How many of those who have waited longest are told when so many units can be bought."""
    return min(MOST_TOLD, max(FEWEST_TOLD, free * TOLD_FOR_EACH))

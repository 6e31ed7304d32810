"""When to ask again, what a payment's reference looks like, and whether money is what was asked."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

FIRST_CHECK = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(minutes=15)
AFTERWARDS = timedelta(hours=1)
"""So long after a charge was due its payments are still asked for."""
ANSWER_WITHIN = timedelta(seconds=45)
"""A gateway that was asked and has not answered by then has lost the question."""
LEASE = timedelta(minutes=2)
KEY = re.compile(r"[!-~]{6,300}", re.ASCII)
"""Whatever a vendor calls a key: letters without a space, none of another script."""
AT_ONCE = timedelta(seconds=40)
"""How long a job asks a gateway: a silent one must not hold up the other jobs."""
NOTICE_TRIES = 12
REFUND_TRIES = 14
LARGEST_NOTICE = 64 * 1024
"""Bytes; a payment's notice has about two thousand."""


def next_check(checks: int, due_at: datetime, at: datetime) -> datetime | None:
    """When to ask for an unpaid payment again after so many checks; None: not any more."""
    if at >= due_at + AFTERWARDS:
        return None
    return at + min(FIRST_CHECK * 2 ** min(checks, 8), LONGEST_PAUSE)


def pause_after(tries: int) -> timedelta:
    """5, 10, 20 … seconds up to six hours."""
    return min(timedelta(seconds=5) * 2 ** min(tries, 13), timedelta(hours=6))


def reference_of(buyer_id: UUID, attempt_id: UUID) -> str:
    """What a gateway gives back with a payment: whose it is, and which."""
    return f"{buyer_id.hex}{attempt_id.hex}"


def read_reference(text: str) -> tuple[UUID, UUID] | None:
    """(buyer id, attempt id), or None for one that we did not make."""
    if len(text) != 64:
        return None
    try:
        return UUID(text[:32]), UUID(text[32:])
    except ValueError:
        return None


def keys_faults(given: Mapping[str, str]) -> dict[str, str]:
    """A code by key; empty, all look like keys."""
    faults = {name: "required" for name, key in given.items() if not key}
    return faults | {
        name: "no_key" for name, key in given.items() if key and not KEY.fullmatch(key)
    }


def about_gateway(gateway: str) -> str:
    """What the keys of a gateway are sealed about."""
    return f"payments.gateway:{gateway}"

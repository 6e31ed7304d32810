"""Ids: UUIDv7 made in the application, so that a row knows its key before it is written."""

import os
from datetime import UTC, datetime
from uuid import UUID

from tijara.kit.clock import present_ns

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
OPERATOR_ID = UUID("00000000-0000-7000-8000-000000000001")
"""The owner of what belongs to the market's operator and to no seller or buyer."""


_TICKS_A_MILLISECOND = 4096
_last_tick = 0


def new_id() -> UUID:
    """A UUIDv7: 48 bits of milliseconds, 12 bits of their parts, then 62 random bits.

    Ids of one process ascend in the order they are made, also within a millisecond.
    """
    global _last_tick
    tick = _last_tick = max(present_ns() * _TICKS_A_MILLISECOND // 1_000_000, _last_tick + 1)
    milliseconds, part = divmod(tick, _TICKS_A_MILLISECOND)
    noise = int.from_bytes(os.urandom(8), "big") >> 2
    return UUID(int=(milliseconds << 80) | (0x7 << 76) | (part << 64) | (0b10 << 62) | noise)


def made_at(made: UUID, *, at_least: datetime) -> datetime:
    """When an id was made, as it says itself. It may come from a form, so it is never believed to
    be older than `at_least`."""
    milliseconds = made.int >> 80
    is_older = milliseconds < at_least.timestamp() * 1000
    is_written = milliseconds > present_ns() // 1_000_000
    return at_least if is_older or is_written else datetime.fromtimestamp(milliseconds / 1000, UTC)


def first_id_of(moment: datetime) -> UUID:
    """Before every id of that moment, after every one before it."""
    return UUID(int=(int(moment.timestamp() * 1000) << 80))


def new_number() -> str:
    """A number a person can read over the phone: "K7Q3M-9XW2T", the dash is part of it.

    Ten letters and digits (50 random bits), without I L O U.
    """
    noise = int.from_bytes(os.urandom(7), "big")
    letters = "".join(CROCKFORD[(noise >> (5 * place)) & 31] for place in range(10))
    return f"{letters[:5]}-{letters[5:]}"

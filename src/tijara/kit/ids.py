"""Ids: UUIDv7 made in the application, so that a row knows its key before it is written."""

import os
import time
from uuid import UUID

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
OPERATOR_ID = UUID("00000000-0000-7000-8000-000000000001")
"""The owner of what belongs to the market's operator and to no seller or buyer."""


def new_id() -> UUID:
    """A UUIDv7: 48 bits of milliseconds, then 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000
    noise = int.from_bytes(os.urandom(10), "big")
    return UUID(
        int=(milliseconds << 80)
        | (0x7 << 76)
        | (((noise >> 62) & 0xFFF) << 64)
        | (0b10 << 62)
        | (noise & ((1 << 62) - 1))
    )


def new_number() -> str:
    """A number a person can read over the phone: ten letters and digits (50 random bits), without I L O U.

    "K7Q3M-9XW2T"; the dash is part of it.
    """
    noise = int.from_bytes(os.urandom(7), "big")
    letters = "".join(CROCKFORD[(noise >> (5 * place)) & 31] for place in range(10))
    return f"{letters[:5]}-{letters[5:]}"

"""Reads: who waits for what, and what of it can be bought."""

from .standing import Back, backs
from .waits import (
    await_token,
    is_silent,
    mailbox_of,
    people_waiting,
    read_await_token,
    waits_everywhere,
    waits_of,
)

__all__ = [
    "Back",
    "await_token",
    "backs",
    "is_silent",
    "mailbox_of",
    "people_waiting",
    "read_await_token",
    "waits_everywhere",
    "waits_of",
]

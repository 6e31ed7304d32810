"""What the back office calls things."""

from .acts import ACTS
from .money import ACCOUNTS, JOURNALS
from .people import (
    ACTORS,
    APPLICATION_STATES,
    CHANNELS,
    MESSAGE_STATES,
    PARTY_KINDS,
    REASONS,
    SELLER_ROLES,
    STAFF_ROLES,
    STEPS,
)
from .proofs import JOB_STATES, PROCESSES, PROOFS, TASKS

__all__ = [
    "ACCOUNTS",
    "ACTORS",
    "ACTS",
    "APPLICATION_STATES",
    "CHANNELS",
    "JOB_STATES",
    "JOURNALS",
    "MESSAGE_STATES",
    "PARTY_KINDS",
    "PROCESSES",
    "PROOFS",
    "REASONS",
    "SELLER_ROLES",
    "STAFF_ROLES",
    "STEPS",
    "TASKS",
]

"""When to try again, and what a subject may look like."""

from datetime import timedelta
from uuid import UUID

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=6)
MOST_ATTEMPTS = 14
"""With these pauses, about two days."""
BATCH = 5
LEASE = timedelta(minutes=10)
"""How long a channel may think of a batch before another worker asks it again: five answers of
twenty seconds for each letter, and some to spare. Too short a lease sends letters twice."""


def pause_after(attempts: int) -> timedelta | None:
    """How long to wait after so many failed attempts; None: it is given up."""
    if attempts >= MOST_ATTEMPTS:
        return None
    return min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE)


def one_line(subject: str) -> str:
    """A subject is one line of at most 200 letters, whatever was put into it."""
    return " ".join(subject.split())[:200]


def is_phone(recipient: str) -> bool:
    return recipient.startswith("+") and "@" not in recipient


def sealed_about(message_id: UUID) -> str:
    """What a secret text is bound to: copied into another row, it does not open."""
    return f"messaging.message.text:{message_id}"

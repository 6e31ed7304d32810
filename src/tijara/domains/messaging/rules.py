"""When to try again, and what a subject may look like."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from .shapes import PHONES, Addressee, Means

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=6)
KEPT = timedelta(days=90)
"""How long a message that was sent or given up stays readable in the back office."""
PRUNED_AT_ONCE = 5000
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


def route(recipient: str, wished: str, channels: Mapping[Means, str]) -> tuple[Means, str]:
    """(means, channel) for a recipient. `channels` are the providers that are set up, by kind.

    A wish that no channel fulfils is not lost: the other kind for phones is taken.
    """
    if not is_phone(recipient):
        return Means.EMAIL, channels[Means.EMAIL]
    first = Means.WHATSAPP if wished == Means.WHATSAPP else Means.SMS
    second = Means.SMS if first is Means.WHATSAPP else Means.WHATSAPP
    means = first if channels[first] or not channels[second] else second
    return means, channels[means]


def best_way(
    to: Addressee, phone_means: str, channels: Mapping[Means, str]
) -> tuple[Means, str] | None:
    """(means, recipient): how he wants to be told, else the next best; None: nowhere.

    Who wishes nothing is written to by e-mail, which costs nothing, else to his phone as his
    market does it. Where nothing is set up, the first way stands, so that it is seen to fail.
    """
    address = {Means.EMAIL: to.email, Means.SMS: to.phone, Means.WHATSAPP: to.phone}
    ways = [means for means in _ways(to.wish, phone_means) if address[means]]
    means = next((means for means in ways if channels[means]), ways[0] if ways else None)
    return (means, address[means]) if means else None


def _ways(wish: str, phone_means: str) -> list[Means]:
    preferred = wish if wish in PHONES else phone_means
    phones = sorted(PHONES, key=lambda means: means != preferred)
    return [*phones, Means.EMAIL] if wish in PHONES else [Means.EMAIL, *phones]


def is_phone(recipient: str) -> bool:
    return recipient.startswith("+") and "@" not in recipient


def sealed_about(message_id: UUID) -> str:
    """What a secret text is bound to: copied into another row, it does not open."""
    return f"messaging.message.text:{message_id}"

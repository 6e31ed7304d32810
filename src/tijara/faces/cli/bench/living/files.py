"""How a file of what somebody pays us is brought to staff: cut off, twice, in another order, with a
sum that the bank doesn't show; and booked in the end.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from uuid import UUID

from tijara.kit.money import Money

from .history import History


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk that takes such files: its word for them, and what can be done there."""

    word: str
    read: Callable[[BytesIO], UUID]
    net: Callable[[UUID], Money]
    book: Callable[[UUID, str, Money], object]
    discard: Callable[[UUID], object]


def bring(history: History, desk: Desk, head: str, rows: Sequence[str]) -> UUID | None:
    """The id of what was booked."""
    chance, whole = history.chance, "\n".join([head, *rows, ""]).encode()
    if chance.random() < 0.25:
        _cut(history, desk, whole)
    made = _read(history, desk, whole)
    if made is None:
        return None
    if chance.random() < 0.25:
        history.seen[f"{desk.word} brought twice"] += _read(history, desk, whole) is None
    net = desk.net(made)
    if chance.random() < 0.15:
        more = Money(net.minor + 1, net.currency)
        is_refused = not history.event(
            f"{desk.word} booked", lambda: desk.book(made, "B-WRONG", more) or True
        )
        history.seen[f"{desk.word} beside what the bank shows"] += is_refused
    reference = f"B-{made.hex[:20]}"
    history.event(f"{desk.word} booked", lambda: desk.book(made, reference, net))
    if len(rows) > 1 and chance.random() < 0.35:
        _in_another_order(history, desk, head, rows)
    return made


def _cut(history: History, desk: Desk, whole: bytes) -> None:
    """Off somewhere in its last line, which is read as something else, or not at all: the bank
    shows the sum of the whole."""
    last = whole.rstrip().rfind(b"\n")
    made = _read(history, desk, whole[: last + 1 + (len(whole) - last) // 2])
    if made is None:
        return
    net = desk.net(made)
    more = Money(net.minor + 1234, net.currency)
    is_booked = history.event(f"{desk.word} booked", lambda: desk.book(made, "B-CUT", more) or True)
    history.seen[f"{desk.word} cut off"] += not is_booked
    history.event(f"{desk.word} discarded", lambda: desk.discard(made))


def _in_another_order(history: History, desk: Desk, head: str, rows: Sequence[str]) -> None:
    """All of it was said before, so it pays nothing."""
    shuffled = list(rows)
    history.chance.shuffle(shuffled)
    again = _read(history, desk, "\n".join([head, *shuffled, "", ""]).encode())
    if again is None:
        return
    nothing = Money(0, desk.net(again).currency)
    is_booked = history.event(
        f"{desk.word} booked", lambda: desk.book(again, "B-AGAIN", nothing) or True
    )
    history.seen[f"{desk.word} again in another order"] += not is_booked
    history.event(f"{desk.word} discarded", lambda: desk.discard(again))


def _read(history: History, desk: Desk, content: bytes) -> UUID | None:
    made = history.event(f"{desk.word} read", lambda: desk.read(BytesIO(content)))
    return made if isinstance(made, UUID) else None

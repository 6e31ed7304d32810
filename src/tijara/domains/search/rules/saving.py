"""What is new to who keeps a search, and when one looks for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from ..shapes import Rhythm

MOST_SAVED = 30
"""Of one buyer."""
MOST_KNOWN = 48
"""Products of a search that are remembered, and looked at: the newest."""
MOST_TOLD = 6
"""In one letter."""
RESTS = {Rhythm.DAILY: timedelta(hours=22), Rhythm.WEEKLY: timedelta(days=6, hours=22)}
LEAST_FALL = 0.97
"""A price has fallen where it is at most this part of what it was."""


@dataclass(frozen=True, slots=True)
class Now:
    product_id: UUID
    minor: int
    in_stock: bool


def news_of(known: Mapping[str, int], found: list[Now]) -> tuple[list[Now], list[tuple[Now, int]]]:
    """What is new, and what costs less (with what it cost), of what can be bought now."""
    fresh, fallen = [], []
    for one in found:
        before = known.get(str(one.product_id))
        if not one.in_stock:
            continue
        if before is None:
            fresh.append(one)
        elif one.minor <= before * LEAST_FALL:
            fallen.append((one, before))
    return fresh, fallen


def remembered(known: Mapping[str, int], found: list[Now]) -> dict[str, int]:
    """What is known from now on. What was sold out and has never been told of is not known yet;
    what fell out of the newest is kept while there is room, so that it is not new again."""
    told = {
        str(one.product_id): one.minor
        for one in found
        if one.in_stock or str(one.product_id) in known
    }
    kept = {key: minor for key, minor in known.items() if key not in told}
    room = max(2 * MOST_KNOWN - len(told), 0)
    return told | dict(list(kept.items())[:room])

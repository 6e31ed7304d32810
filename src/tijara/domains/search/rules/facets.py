"""What products are narrowed by: places, values in addresses, ranges of prices."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from uuid import UUID

from tijara.kit.arabic import slug

from .arriving import DELIVERY, is_arrival

RATING = "rating"
LEAST_STARS = (4, 3, 2)
"""A product says of each whether it has so many or more."""
NAMES = ("brand", "store", "price", "in_stock", "reduced", "condition", DELIVERY, RATING)
ATTRIBUTE = "attr."
"""Before an attribute's code."""
SOUND_ATTRIBUTE = re.compile(r"attr\.[a-z0-9_-]{1,60}", re.ASCII)
MOST_PICKED = 20
"""Of one facet."""
MOST_FACETS = 12
LONGEST_VALUE = 80
RANGES = 5
LADDER = [step * 10**power for power in range(2, 11) for step in (1, 2, 5)]
"""Prices at which ranges may begin, in minor units: 1, 2, 5, 10, … of whole ones."""


def brand_value(name_ar: str, name_en: str) -> str:
    """The brand's part of addresses; the Latin name is the steadier."""
    return slug(name_en, LONGEST_VALUE) or slug(name_ar, LONGEST_VALUE)


def rounded(about: float) -> int:
    """Two figures of what is only known nearly."""
    return int(float(f"{about:.2g}"))


def place_of(category_path: str, seller_id: UUID | None) -> str:
    """The name under which a place's counts are kept."""
    return f"s/{seller_id}" if seller_id else f"c/{category_path}" if category_path else ""


def seen_at(market_id: UUID, place: str) -> str:
    """The tag of pages on which a place's goods stand."""
    return f"{market_id}:{place}"


def place_named(place: str) -> tuple[str, UUID | None]:
    """(category's path, seller) of a place's name."""
    kind, _, name = place.partition("/")
    return (name if kind == "c" else "", UUID(name) if kind == "s" else None)


def places_around(category_path: str, sellers: Iterable[object]) -> set[str]:
    """All the places in which a product of this category and these sellers stands."""
    parts = category_path.split("/")
    above = {"/".join(parts[: depth + 1]) for depth in range(len(parts))}
    return {"", *(f"c/{path}" for path in above), *(f"s/{seller}" for seller in sellers)}


def sound_picks(picked: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """What can be asked for of all that stands in an address: known facets, values of a length."""
    sound: dict[str, tuple[str, ...]] = {}
    for name in sorted(picked):
        if name in NAMES or SOUND_ATTRIBUTE.fullmatch(name):
            values = [value for value in picked[name] if _is_sound(name, value)]
            if values and len(sound) < MOST_FACETS:
                sound[name] = tuple(dict.fromkeys(values))[:MOST_PICKED]
    return sound


def price_range(value: str) -> tuple[int, int | None] | None:
    """(from, below) of "5000-20000", "-5000" or "20000-"."""
    low, dash, high = value.partition("-")
    if not dash or not (low or high) or len(value) > 30:
        return None
    if not all(part.isascii() and part.isdecimal() for part in (low, high) if part):
        return None
    bounds = int(low or 0), int(high) if high else None
    return None if bounds[1] is not None and bounds[0] >= bounds[1] else bounds


def price_ranges(counts: Mapping[int, int]) -> list[tuple[str, int]]:
    """About five ranges with about as many products each, from counts by step of the ladder.

    Step n holds the prices from LADDER[n - 1] up to LADDER[n].
    """
    steps = sorted(counts)
    share = sum(counts.values()) / RANGES
    edges, filled = [steps[0] if steps else 0], 0
    for step, after in pairwise(steps):
        filled += counts[step]
        if filled >= share * 0.75 and len(edges) < RANGES:
            edges.append(after)
            filled = 0
    if len(edges) < 2:
        return []
    ends: list[int | None] = [*edges[1:], None]
    return [
        (_range_of(low, high), sum(n for step, n in counts.items() if _lies(step, low, high)))
        for low, high in zip(edges, ends, strict=True)
    ]


def price_steps(counts: Mapping[int, int]) -> list[tuple[int, int | None, int]]:
    """(from, below, how many) of each step between the lowest and the highest, empty ones too."""
    if not counts:
        return []
    return [
        (
            LADDER[step - 1] if step else 0,
            LADDER[step] if step < len(LADDER) else None,
            counts.get(step, 0),
        )
        for step in range(min(counts), max(counts) + 1)
    ]


def count_within(value: str, counts: Mapping[int, int]) -> int:
    """How many of the steps lie in a range; of one that no step begins with, about so many."""
    bounds = price_range(value)
    if bounds is None:
        return 0
    low, high = bounds
    return sum(
        number
        for step, number in counts.items()
        if (LADDER[step - 1] if step else 0) >= low and (high is None or _top(step) <= high)
    )


def about_within(value: str, counts: Mapping[int, int]) -> float:
    """How many lie in a range, if prices are spread evenly within each step."""
    low, high = price_range(value) or (0, 0)
    about = 0.0
    for step, number in counts.items():
        bottom, top = LADDER[step - 1] if step else 0, _top(step)
        common = min(top, top if high is None else high) - max(bottom, low)
        about += number * max(common, 0) / (top - bottom)
    return about


def _range_of(low: int, high: int | None) -> str:
    begins = str(LADDER[low - 1]) if low else ""
    ends = "" if high is None else str(LADDER[high - 1])
    return f"{begins}-{ends}"


def _lies(step: int, low: int, high: int | None) -> bool:
    return step >= low and (high is None or step < high)


def _top(step: int) -> int:
    return LADDER[step] if step < len(LADDER) else LADDER[-1] * 10


def _is_sound(name: str, value: str) -> bool:
    if name == "price":
        return price_range(value) is not None
    if name == "store":
        return _is_id(value)
    if name == DELIVERY:
        return is_arrival(value)
    if name == RATING:
        return value in map(str, LEAST_STARS)
    if name in ("in_stock", "reduced"):
        return value == "1"
    return 0 < len(value) <= LONGEST_VALUE and "\0" not in value


def _is_id(value: str) -> bool:
    try:
        UUID(value)
    except ValueError:
        return False
    return True

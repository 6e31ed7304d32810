"""What staff may put before chance in a market's search, and what of it holds on a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ..shapes import SteerAim, SteerKind, SteerTerms
from .asked import phrase
from .mending import LONGEST_SAID

MOST_PERCENT = 300
LEAST_PERCENT = -90
MOST_PINS = 12
"""Of the same words."""
AIMS = {
    SteerKind.PIN: frozenset({SteerAim.PRODUCT}),
    SteerKind.LIFT: frozenset(
        {SteerAim.PRODUCT, SteerAim.BRAND, SteerAim.STORE, SteerAim.DEPARTMENT}
    ),
    SteerKind.LEAD: frozenset({SteerAim.PAGE}),
}
PAGES = ("/c/", "/p/", "/s/", "/search?", "/about", "/contact", "/returns", "/terms", "/privacy")
"""What words may lead to: pages of the same market."""


@dataclass(frozen=True, slots=True)
class Lift:
    """What counts for more or for less, and by which part; `text` empty: whatever is asked."""

    text: str
    aim: SteerAim
    target: str
    percent: int


@dataclass(frozen=True, slots=True)
class Placed:
    """What a lift looks at of a product."""

    brand: str
    category_path: str
    seller_id: UUID


def checked_steer(told: SteerTerms) -> dict[str, str]:
    """What is wrong, by field."""
    faults: dict[str, str] = {}
    if told.said and (not phrase(told.said) or len(told.said) > LONGEST_SAID):
        faults["said"] = "no_words"
    elif not told.said and told.kind is not SteerKind.LIFT:
        faults["said"] = "empty"
    if told.aim not in AIMS[told.kind]:
        faults["aim"] = "required"
    if not told.target:
        faults["target"] = "empty"
    elif told.kind is SteerKind.LEAD and not is_page(told.target):
        faults["target"] = "not_a_page_here"
    is_within = LEAST_PERCENT <= told.percent <= MOST_PERCENT and told.percent != 0
    if told.kind is SteerKind.LIFT and not is_within:
        faults["percent"] = "percent_of_lift"
    if told.from_on and told.until_on and told.until_on < told.from_on:
        faults["until_on"] = "before_start"
    return faults


def is_page(address: str) -> bool:
    """An address of this market's storefront, as it stands after market and language."""
    is_plain = address.isprintable() and "\\" not in address and "//" not in address
    return is_plain and len(address) <= 255 and (address == "/" or address.startswith(PAGES))


def holds_on(from_on: date | None, until_on: date | None, today: date) -> bool:
    return (from_on is None or from_on <= today) and (until_on is None or today <= until_on)


def percent_of(product_id: UUID, placed: Placed | None, lifts: Iterable[Lift], asked: str) -> int:
    """How much a product's weight is changed; several are added up."""
    return sum(
        lift.percent
        for lift in lifts
        if lift.text in ("", asked) and _meets(lift, product_id, placed)
    )


def _meets(lift: Lift, product_id: UUID, placed: Placed | None) -> bool:
    if lift.aim is SteerAim.PRODUCT:
        return lift.target == str(product_id)
    if placed is None:
        return False
    if lift.aim is SteerAim.BRAND:
        return lift.target == placed.brand
    if lift.aim is SteerAim.STORE:
        return lift.target == str(placed.seller_id)
    path = f"{placed.category_path}/"
    return path.startswith(f"{lift.target}/")


def steered_order(
    weights: Mapping[UUID, float],
    percents: Mapping[UUID, int],
    sold_out: Iterable[UUID],
    pins: Sequence[UUID],
) -> list[UUID]:
    """Products in their order: first what is pinned, then by weight as it is lifted. Where what is
    sold out stood last, it stays last."""
    last = _stands_last(list(weights), set(sold_out))

    def place(one: UUID) -> tuple:
        factor = max(1 + percents.get(one, 0) / 100, 0.05)
        return one in last, -weights[one] * factor

    rest = sorted((one for one in weights if one not in pins), key=place)
    return [*pins, *rest]


def _stands_last(order: Sequence[UUID], sold_out: set[UUID]) -> set[UUID]:
    """What is sold out, where all of it stands behind all else."""
    places = [place for place, one in enumerate(order) if one in sold_out]
    return sold_out if not places or places[0] == len(order) - len(places) else set()

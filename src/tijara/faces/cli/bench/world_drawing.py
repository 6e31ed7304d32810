"""What is sold in a bench's world, when, to whom and how it ends: drawn by chance, a part of the
trade at a time, each the same for the same seed.

The n-th seller sells an n-th of what the first one does, and so do his goods among themselves, more
or less; orders grow over the years and sleep at night; a few buyers buy most.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random

from .world_people import People
from .world_sale import CARD, CASH, TRANSFER, Good, Ids, Sale, Sold

SET = 5000
"""Orders of a part, at most."""
PARTS = 10
"""At least so many."""
DAYS = timedelta(days=1096)
GROWTH = 1.6
"""Orders until a moment are this power of the time until then."""
HOURS = (2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 6, 5, 5, 6, 7, 8, 9, 10, 10, 8, 5)
"""How busy each hour of a day is."""
STATES = {
    "delivered": 70, "cancelled": 8, "refused": 5, "refunded": 3, "shipped": 4, "packed": 2,
    "confirmed": 3, "placed": 4,
}  # fmt: skip
WAYS = {
    "delivered": ("confirmed", "packed", "shipped", "delivered"),
    "refunded": ("confirmed", "packed", "shipped", "delivered", "refunded"),
    "refused": ("confirmed", "packed", "shipped", "refused"),
    "shipped": ("confirmed", "packed", "shipped"),
    "packed": ("confirmed", "packed"),
    "confirmed": ("confirmed",),
    "cancelled": ("cancelled",),
}
"""The moves that led to each state from "placed"."""
OPEN = ("shipped", "packed", "confirmed", "placed")
OPEN_DAYS = timedelta(days=20)
"""Older orders have come to an end."""
UNPAID, UNPAID_SHARE = timedelta(hours=40), 0.3
"""Of those that are not paid in cash; older ones would have lapsed."""
LATEST = timedelta(hours=1)
"""Before the plan's moment: the hours of its last day are not all over."""
STEP = timedelta(hours=7)
GIVEN_BACK = timedelta(days=2)
"""From the end of a paid order until its buyer has his money again."""
METHODS = {CASH: 70, CARD: 25, TRANSFER: 5}
LINES, UNITS = (1, 1, 1, 2, 3), (1, 1, 1, 2, 4)
_ends = [end / sum(HOURS) for end in accumulate(HOURS)]


@dataclass(frozen=True, slots=True)
class Plan:
    """So many orders until `moment`, when the last seller had come."""

    orders: int
    people: People
    seed: int
    moment: datetime

    @property
    def size(self) -> int:
        return max(min(SET, self.orders // PARTS), 1)

    @property
    def parts(self) -> int:
        return -(-self.orders // self.size)

    def chance(self, part: int) -> Random:
        return Random(self.seed * 7_919 + part)


class Drawing:
    def __init__(self, plan: Plan, shelves: Sequence[Sequence[Good]]) -> None:
        self._plan, self._shelves = plan, shelves
        self._weights = list(accumulate(1 / (place + 1) for place in range(len(shelves))))

    def sales(self, part: int, chance: Random) -> Iterator[Sale]:
        """In the order of time."""
        plan, ids = self._plan, Ids(chance)
        begins = plan.moment - DAYS
        for number in range(part * plan.size, min((part + 1) * plan.size, plan.orders)):
            share = ((number + chance.random()) / plan.orders) ** (1 / GROWTH)
            at = min(_awake(begins + DAYS * share), plan.moment - LATEST)
            yield self._sale(chance, ids, at)

    def _sale(self, chance: Random, ids: Ids, at: datetime) -> Sale:
        shelf = chance.choices(self._shelves, cum_weights=self._weights)[0]
        age = self._plan.moment - at
        method = chance.choices(list(METHODS), list(METHODS.values()))[0]
        state = _state(chance, age, method)
        begins = "placed" if method == CASH else "pending"
        moves = _moves(begins, WAYS.get(state, ()), at, age) if state != "pending" else []
        ended = moves[-1][2] if moves else at
        went_back = state == "refunded" or (method != CASH and state in ("cancelled", "refused"))
        is_sent = any(after == "shipped" for _, after, _ in moves)
        return Sale(
            id=ids.at(at),
            number=ids.number(),
            lines=[Sold(ids.at(at), good, chance.choice(UNITS)) for good in _goods(chance, shelf)],
            state=state,
            method=method,
            placed_at=at,
            buyer=self._plan.people.who_buys(chance, at),
            checkout_id=ids.at(at),
            charge_id=None if method == CASH else ids.at(at),
            parcel_id=ids.at(at) if is_sent else None,
            refund_id=ids.at(ended) if went_back else None,
            back_at=min(ended + GIVEN_BACK, self._plan.moment),
            moves=moves,
        )


def _state(chance: Random, age: timedelta, method: str) -> str:
    state = chance.choices(list(STATES), list(STATES.values()))[0]
    if method != CASH and age < UNPAID and chance.random() < UNPAID_SHARE:
        return "pending"
    return "delivered" if state in OPEN and age > OPEN_DAYS else state


def _moves(
    begins: str, way: Sequence[str], at: datetime, age: timedelta
) -> list[tuple[str, str, datetime]]:
    """A step each few hours, or quicker where there was no time."""
    moves = [(begins, "placed", at + timedelta(seconds=40))] if begins == "pending" else []
    before, step = "placed", min(STEP, age / (len(way) + 1))
    for place, after in enumerate(way, 1):
        moves.append((before, after, at + step * place))
        before = after
    return moves


def _goods(chance: Random, shelf: Sequence[Good]) -> list[Good]:
    """What is bought together, each once; the first of a shelf most often."""
    wanted = min(len(shelf), chance.choice(LINES))
    places: dict[int, None] = {}
    while len(places) < wanted:
        places[int(len(shelf) * chance.random() ** 3)] = None
    return [shelf[place] for place in places]


def _awake(at: datetime) -> datetime:
    """The same day, at an hour when people buy; who came first stays first."""
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    share = (at - midnight) / timedelta(days=1)
    hour = bisect_left(_ends, share)
    begins = _ends[hour - 1] if hour else 0.0
    return midnight + timedelta(hours=hour + (share - begins) / (_ends[hour] - begins))

"""When goods would arrive: what a document says of it, and what of that a wish can wait for.

A document says how many working days after its order a good is at a door at the latest, without
what a place is further away than others ("delivery:2"); of a shop that says itself what holds in
some places, whose it is ("delivery:2@<seller>"); what needs no road is there "delivery:now".
A wish says within how many days from today, and where to: "3", "3@sa-riyadh".
"""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

DELIVERY = "delivery"
WITHIN = (0, 1, 3, 7)
"""Days from today, today 0: what can be asked for."""
AT_ONCE = "now"
MOST_DAYS = 7
"""Slower goods say nothing: within the longest time there are no more working days."""
LONGEST_PLACE = 40


def arrival(days: int, seller_id: UUID | None = None) -> str:
    """What a document says: see above."""
    return f"{days}@{seller_id}" if seller_id else str(days)


def is_arrival(value: str) -> bool:
    """Whether a wish may say so."""
    days, _at, place = value.partition("@")
    return days in map(str, WITHIN) and len(place) <= LONGEST_PLACE and place.isprintable()


def days_and_place(value: str) -> tuple[int, str]:
    days, _at, place = value.partition("@")
    return int(days), place


def asked_arrival(days: int, place: str) -> str:
    return f"{days}@{place}" if place else str(days)


def in_time(working: int, usual: int | None, own: Mapping[UUID, int | None]) -> list[str]:
    """All that documents may say of goods that are there within so many working days, where the
    road takes `usual` longer, and of some sellers as long as they say; None: nobody goes there."""
    said = [AT_ONCE, *(arrival(days) for days in _days(working, usual))]
    return said + [
        arrival(days, seller_id)
        for seller_id, longer in own.items()
        for days in _days(working, longer)
    ]


def counted_arrivals(
    counts: Iterable[tuple[str, int]],
    working: Sequence[tuple[int, int]],
    usual: int | None,
    own: Mapping[UUID, int | None],
) -> list[tuple[int, int]]:
    """(within days, how many goods) of each time that can be asked for. `counts` are by what
    documents say, `working` says how many working days each time has."""
    totals = dict.fromkeys((days for days, _ in working), 0)
    for said, number in counts:
        needed = _needed(said, usual, own)
        for days, most in working:
            if needed is not None and needed <= most:
                totals[days] += number
    return list(totals.items())


def _days(working: int, longer: int | None) -> range:
    return range(0 if longer is None else max(working - longer + 1, 0))


def _needed(said: str, usual: int | None, own: Mapping[UUID, int | None]) -> int | None:
    if said == AT_ONCE:
        return 0
    days, _at, seller = said.partition("@")
    longer = own.get(UUID(seller), usual) if seller else usual
    return None if longer is None else int(days) + longer

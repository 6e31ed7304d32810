"""A span of days that somebody asks figures for, and the one that it is compared with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

MOST_DAYS = 731
A_YEAR = timedelta(weeks=52)
"""The same weekdays, a year ago."""
LATELY = {"7": 7, "30": 30, "90": 90, "365": 365}
THIS_MONTH, LAST_MONTH, OWN = "month", "last-month", "own"
USUAL = "30"
BEFORE, YEAR, NOTHING = "before", "year", "nothing"


@dataclass(frozen=True, slots=True)
class Span:
    """Both days belong to it."""

    first: date
    last: date

    @property
    def number(self) -> int:
        return (self.last - self.first).days + 1

    def earlier(self, by: timedelta) -> "Span":
        return Span(self.first - by, self.last - by)

    def parts(self, days: int) -> list["Span"]:
        """One after another; the last may be shorter."""
        starts = range(0, self.number, days)
        return [
            Span(first, min(first + timedelta(days=days - 1), self.last))
            for first in (self.first + timedelta(days=start) for start in starts)
        ]


@dataclass(frozen=True, slots=True)
class Asked:
    """`name` and `against` are the words of the address for them."""

    span: Span
    name: str
    compared: Span | None
    against: str


def read_span(given: Mapping[str, str], today: date) -> Asked:
    """What makes no sense is the usual; days to come are none; two days the wrong way round are
    turned."""
    first, last = read_day(given.get("from", "")), read_day(given.get("to", ""))
    name = given.get("span", "")
    if first or last:
        name, span = OWN, _own(first, last, today)
    else:
        name = name if name in {*LATELY, THIS_MONTH, LAST_MONTH} else USUAL
        span = _usual(name, today)
    against = given.get("against", BEFORE)
    against = against if against in (BEFORE, YEAR, NOTHING) else BEFORE
    return Asked(span, name, _compared(span, against), against)


def _own(first: date | None, last: date | None, today: date) -> Span:
    last = min(last or today, today)
    first = min(first or last, today)
    first, last = min(first, last), max(first, last)
    return Span(max(first, last - timedelta(days=MOST_DAYS - 1)), last)


def _usual(name: str, today: date) -> Span:
    start = today.replace(day=1)
    if name == THIS_MONTH:
        return Span(start, today)
    if name == LAST_MONTH:
        last = start - timedelta(days=1)
        return Span(last.replace(day=1), last)
    return Span(today - timedelta(days=LATELY[name] - 1), today)


def _compared(span: Span, against: str) -> Span | None:
    if against == NOTHING:
        return None
    return span.earlier(A_YEAR if against == YEAR else timedelta(days=span.number))


def read_day(typed: str) -> date | None:
    """Years in which nobody sold here are none: they would lead out of the calendar."""
    try:
        day = date.fromisoformat(typed[:10])
    except ValueError:
        return None
    return day if 2000 <= day.year <= 2200 else None

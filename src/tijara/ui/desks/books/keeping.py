"""Who keeps which book at this desk, and what the desk lets him do with it.

The desk brings the domain's functions: a page here knows shapes only.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tijara.domains.books.shapes import BookKey, ChartRow, Period
from tijara.ui.desks import spans
from tijara.ui.desks.seat import Seat
from tijara.ui.desks.spans import Span
from tijara.ui.directions import narrowed

PLACE = "books"


@dataclass(frozen=True, slots=True)
class Books:
    """What is asked and done: the queries and actions of the domain, by name."""

    report: Callable[..., Any]
    profit_in: Callable[..., int]
    tax_due: Callable[..., Mapping[date, int]]
    account_ledger: Callable[..., Any]
    entries_by_hand: Callable[..., Any]
    entry: Callable[..., Any]
    voucher: Callable[..., Any]
    closes: Callable[..., Any]
    month_to_close: Callable[..., Any]
    exports: Callable[..., Any]
    export_file: Callable[..., Any]
    write_entry: Callable[..., Any]
    reverse_entry: Callable[..., Any]
    close_month: Callable[..., None]
    ask_reopening: Callable[..., None]
    decide_reopening: Callable[..., None]
    ask_export: Callable[..., None]
    chart: tuple[ChartRow, ...]
    has_margins: bool = False
    """Whether the desk has a page of what is left of each thing sold."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """A desk with its book. `others` are the operator's books of other currencies."""

    seat: Seat
    key: BookKey
    books: Books
    today: date
    name: str
    others: tuple[str, ...] = ()

    def address(self, path: str = "", **query: object) -> str:
        """A page of this book; the operator's says in which currency."""
        start = self.seat.address(f"{PLACE}/{path}" if path else PLACE)
        if self.key.is_market:
            query = {"currency": self.key.currency} | query
        return narrowed(start, **query) if query else start

    @property
    def owned(self) -> dict[str, Any]:
        """What every action is given."""
        return {"actor": self.seat.actor, "owner_id": self.key.owner_id, "key": self.key}


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a sheet is asked for, and those beside them."""

    span: Span
    compared: Span | None
    against: str

    @property
    def period(self) -> Period:
        return Period(self.span.first, self.span.last)

    @property
    def beside(self) -> Period | None:
        return Period(self.compared.first, self.compared.last) if self.compared else None

    @property
    def query(self) -> dict[str, str]:
        first, last = self.span.first.isoformat(), self.span.last.isoformat()
        return {"from": first, "to": last, "against": self.against}


def read_days(typed: Mapping[str, str], today: date) -> Days:
    """This month, if nothing else is asked for."""
    given = dict(typed)
    if not given.get("from") and not given.get("to"):
        given = given | {"span": spans.THIS_MONTH}
    asked = spans.read_span(given, today)
    against = asked.against
    compared = before(asked.span) if against == spans.BEFORE else asked.compared
    return Days(asked.span, compared, against)


def before(span: Span) -> Span:
    """Of whole months, the months before; of a month that is not over, as many of its days."""
    if span.first.day != 1:
        return span.earlier(timedelta(days=span.number))
    first = span.first
    for _month in range((span.last.year - first.year) * 12 + span.last.month - first.month + 1):
        first = (first - timedelta(days=1)).replace(day=1)
    end = span.first - timedelta(days=1)
    is_whole = (span.last + timedelta(days=1)).day == 1
    return Span(first, end if is_whole else min(end, first + timedelta(days=span.number - 1)))


def usual_days(today: date) -> list[tuple[str, Span]]:
    """(name, span) of what is asked for most."""
    month = today.replace(day=1)
    last_month = (month - timedelta(days=1)).replace(day=1)
    quarter = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    year = date(today.year, 1, 1)
    return [
        (_("This month"), Span(month, today)),
        (_("Last month"), Span(last_month, month - timedelta(days=1))),
        (pgettext("days", "This quarter"), Span(quarter, today)),
        (pgettext("days", "This year"), Span(year, today)),
        (
            pgettext("days", "Last year"),
            Span(date(today.year - 1, 1, 1), year - timedelta(days=1)),
        ),
    ]


def day_tabs(keeping: Keeping, path: str, days: Days, **more: str) -> list[dict]:
    return [
        {
            "text": text,
            "href": keeping.address(
                path, **more, **{"from": span.first, "to": span.last, "against": days.against}
            ),
            "current": span == days.span,
        }
        for text, span in usual_days(keeping.today)
    ]

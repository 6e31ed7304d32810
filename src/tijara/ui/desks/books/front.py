"""The first page of a book: how it stands, month by month, and what it can be asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from django.http import HttpRequest, HttpResponse

from tijara.domains.books.shapes import Period, ReportName
from tijara.kit.money import Money
from tijara.ui.desks.books.keeping import Keeping, day_tabs, read_days
from tijara.ui.desks.books.words import REPORTS

MONTHS = 6
STEPS = ("net_sales", "gross_profit", "net_profit")
LEAVES = 100


@dataclass(frozen=True, slots=True)
class MonthBar:
    """What a month came to; `share` of the largest in percent, whatever its sign."""

    month: date
    amount: Money
    share: int
    href: str

    @property
    def is_below(self) -> bool:
        return self.amount.minor < 0


def books(request: HttpRequest, keeping: Keeping) -> HttpResponse:
    days = read_days(request.GET.dict(), keeping.today)
    told = keeping.books.report(keeping.key, ReportName.PROFIT, days.period, days.beside)
    values = {row.code: row.values for row in told.rows if row.code in STEPS}
    context = {
        "days": days,
        "tabs": day_tabs(keeping, "", days),
        "figures": [_figure(keeping, values[one]) for one in STEPS],
        "bars": month_bars(
            keeping, ReportName.PROFIT, partial(keeping.books.profit_in, keeping.key)
        ),
        "reports": [
            (name, why, keeping.address(f"reports/{one}", **days.query))
            for one, (name, why) in REPORTS.items()
        ],
        "margins": keeping.address("margins", **days.query) if keeping.books.has_margins else "",
        "due": keeping.books.month_to_close(keeping.key),
        "is_empty": not any(any(value) for value in values.values()),
        **frame(keeping),
    }
    return keeping.seat.draw("ui/books/front.html", context, 200)


def frame(keeping: Keeping) -> dict:
    """What every page of a book has."""
    return {
        "keeping": keeping,
        "start": keeping.address(),
        "entries": keeping.address("entries"),
        "months": keeping.address("months"),
        "currencies": [
            (one, keeping.seat.address(f"books?currency={one}"), one == keeping.key.currency)
            for one in keeping.others
        ],
    }


def _figure(keeping: Keeping, values: tuple[int | None, ...]) -> tuple:
    """(money now, money before or None, change in percent or None)."""
    now = values[0] or 0
    money = Money(now, keeping.key.currency)
    if len(values) == 1:
        return money, None, None
    then = values[1] or 0
    change = round((now - then) * 100 / abs(then)) if then and abs(now) < 10 * abs(then) else None
    return money, Money(then, keeping.key.currency), change


def last_months(today: date) -> list[Period]:
    """Those that bars are drawn of: whole, the one that runs is the last."""
    month, found = today.replace(day=1), []
    for _count in range(MONTHS):
        following = (month + timedelta(days=32)).replace(day=1)
        found.append(Period(month, following - timedelta(days=1)))
        month = (month - timedelta(days=1)).replace(day=1)
    return found[::-1]


def month_bars(keeping: Keeping, report: ReportName, of: Callable[[Period], int]) -> list[MonthBar]:
    """The last months by what `of` says of each, in minor units; each leads to its report."""
    found = [(period, of(period)) for period in last_months(keeping.today)]
    most = max(abs(minor) for _, minor in found) or 1
    currency = keeping.key.currency
    return [
        MonthBar(
            period.first,
            Money(minor, currency),
            round(abs(minor) * LEAVES / most),
            keeping.address(f"reports/{report}", **{"from": period.first, "to": period.last}),
        )
        for period, minor in found
    ]

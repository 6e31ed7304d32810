"""What was sold in a span of days, beside what was sold in another: a page of every desk."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tijara.domains.orders.shapes import DayOfSales
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.ui import downloads
from tijara.ui.desks import spans
from tijara.ui.desks.seat import Seat
from tijara.ui.desks.spans import Asked, Span
from tijara.ui.directions import narrowed

SINGLE_DAYS = 62
"""A longer span is told by weeks."""
SPANS = {
    "7": gettext_lazy("Seven days"),
    "30": gettext_lazy("30 days"),
    "90": gettext_lazy("90 days"),
    "365": gettext_lazy("365 days"),
    spans.THIS_MONTH: gettext_lazy("This month"),
    spans.LAST_MONTH: gettext_lazy("Last month"),
}
AGAINST = {
    spans.BEFORE: gettext_lazy("The days just before"),
    spans.YEAR: gettext_lazy("The same days a year ago"),
    spans.NOTHING: gettext_lazy("Nothing"),
}
NOTHING = (0, 0)
Sold = Callable[[datetime, datetime, str], Iterable[DayOfSales]]
"""From a moment to another, by the days of a time zone."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What was sold in a span, which began on its first day."""

    orders: int
    total: Money
    first: date | None = None

    @property
    def average(self) -> Money:
        each = round(self.total.minor / self.orders) if self.orders else 0
        return Money(each, self.total.currency)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of one currency: the whole, its parts, and what they are compared with."""

    whole: Figure
    before: Figure | None
    parts: Sequence[tuple[Figure, Figure | None]]
    changes: Mapping[str, int | None]
    """In whole percent; None where there is nothing to compare with."""

    @property
    def days(self) -> list[date]:
        return [part.first for part, _then in self.parts if part.first]

    @property
    def line(self) -> list[int]:
        return [_units(part.total) for part, _then in self.parts]

    @property
    def counts(self) -> list[int]:
        return [part.orders for part, _then in self.parts]

    @property
    def line_before(self) -> list[int]:
        return [_units(then.total) for _part, then in self.parts if then]


@dataclass(frozen=True, slots=True)
class Flow:
    """Something else that a span of days is told of, drawn below the sales. `is_counted`: it is a
    number of its own, and no money."""

    title: str
    sheets: Sequence[Sheet]
    is_counted: bool = False


def asked_span(request: HttpRequest) -> Asked:
    return spans.read_span(request.GET.dict(), timezone.localtime(now()).date())


def moments(span: Span) -> tuple[datetime, datetime]:
    """Where it begins, and where the day after it does."""
    zone = timezone.get_current_timezone()
    after = span.last + timedelta(days=1)
    return datetime.combine(span.first, time(), zone), datetime.combine(after, time(), zone)


def sheets(asked: Asked, sold: Sold, currencies: Iterable[str]) -> list[Sheet]:
    """Those of `currencies` always, others where something was sold in them."""
    zone = str(timezone.get_current_timezone())
    found = [*sold(*moments(asked.span), zone)]
    before = [*sold(*moments(asked.compared), zone)] if asked.compared else []
    names = dict.fromkeys([*currencies, *(one.total.currency for one in (*found, *before))])
    return [_sheet(asked, name, found, before) for name in names]


def page(
    request: HttpRequest, seat: Seat, told: Sequence[Sheet], asked: Asked, context: dict
) -> HttpResponse:
    here = seat.address("sales")
    parts = {"from": asked.span.first, "to": asked.span.last, "against": asked.against}
    frame = {
        "sheets": told,
        "asked": asked,
        "tabs": [
            {
                "text": text,
                "href": narrowed(here, span=name, against=asked.against),
                "current": name == asked.name,
            }
            for name, text in SPANS.items()
        ],
        "against": list(AGAINST.items()),
        "against_words": AGAINST[asked.against],
        "by_weeks": asked.span.number > SINGLE_DAYS,
        "file": narrowed(f"{here}/sales.csv", **parts),
    }
    return seat.draw("ui/desks/figures.html", frame | context, 200)


def file(told: Sequence[Sheet]) -> HttpResponse:
    head = [_("From the day"), _("Orders"), _("Sales"), _("Currency"), _("Orders before")]
    rows = [
        [
            part.first,
            part.orders,
            part.total,
            part.total.currency,
            then.orders if then else "",
            then.total if then else "",
        ]
        for sheet in told
        for part, then in sheet.parts
    ]
    return downloads.table("sales", [[*head, _("Sales before")], *rows])


def _sheet(
    asked: Asked, currency: str, found: Sequence[DayOfSales], before: Sequence[DayOfSales]
) -> Sheet:
    size = 7 if asked.span.number > SINGLE_DAYS else 1
    days, days_before = _by_day(currency, found), _by_day(currency, before)
    whole = _figure(asked.span, currency, days)
    then = _figure(asked.compared, currency, days_before) if asked.compared else None
    parts = [_figure(one, currency, days) for one in asked.span.parts(size)]
    if asked.compared:
        earlier = [_figure(one, currency, days_before) for one in asked.compared.parts(size)]
        beside = list(zip(parts, earlier, strict=True))
    else:
        beside = [(one, None) for one in parts]
    return Sheet(whole, then, beside, _changes(whole, then))


def _by_day(currency: str, days: Iterable[DayOfSales]) -> dict[date, tuple[int, int]]:
    """(orders, minor units) of one currency."""
    found: dict[date, tuple[int, int]] = {}
    for one in days:
        if one.total.currency == currency:
            orders, minor = found.get(one.day, NOTHING)
            found[one.day] = orders + one.orders, minor + one.total.minor
    return found


def _figure(span: Span, currency: str, days: Mapping[date, tuple[int, int]]) -> Figure:
    each = (span.first + timedelta(days=place) for place in range(span.number))
    inside = [days.get(day, NOTHING) for day in each]
    total = Money(sum(minor for _, minor in inside), currency)
    return Figure(sum(orders for orders, _ in inside), total, span.first)


def _changes(whole: Figure, then: Figure | None) -> dict[str, int | None]:
    if then is None:
        return {}
    return {
        "sales": change(whole.total.minor, then.total.minor),
        "orders": change(whole.orders, then.orders),
        "average": change(whole.average.minor, then.average.minor),
    }


def change(after: int, before: int) -> int | None:
    """In whole percent. Where there is nothing to compare with, or so little that ten times as much
    is sold now, a percentage says nothing."""
    return round((after - before) * 100 / before) if before and after < 10 * before else None


def _units(money: Money) -> int:
    return money.minor // 10**money.exponent

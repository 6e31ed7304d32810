"""The views of a store's orders, and what an address asks of them: view, search, filters, order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.orders.queries import COUNTED
from tijara.domains.orders.shapes import (
    ENDED,
    OPEN,
    OrderSort,
    OrderState,
    OrdersWanted,
    StateCount,
)
from tijara.kit.clock import now
from tijara.ui.language import local
from tijara.ui.pieces.words import grouped
from tijara.ui.trade_words import PAYMENT_METHODS

LONGEST_TEXT = 60
LATE = "late"
VIEWS: dict[str, tuple[object, tuple[OrderState, ...]]] = {
    "": (_("All"), ()),
    "new": (pgettext_lazy("order", "New"), (OrderState.PLACED,)),
    "ship": (pgettext_lazy("order", "To ship"), (OrderState.CONFIRMED, OrderState.PACKED)),
    "way": (pgettext_lazy("order", "On the way"), (OrderState.SHIPPED,)),
    LATE: (pgettext_lazy("orders", "Late"), ()),
    "done": (pgettext_lazy("order", "Delivered"), (OrderState.DELIVERED,)),
    "ended": (pgettext_lazy("orders", "Came to nothing"), ENDED),
}
"""By the word in the address: (its name, its states)."""
SORTS = {
    OrderSort.NEWEST: pgettext_lazy("orders", "Newest first"),
    OrderSort.OLDEST: pgettext_lazy("orders", "Oldest first"),
    OrderSort.DUE: pgettext_lazy("orders", "Promised first"),
}


STILL_TO_COME = ("new", "ship", "way", LATE)
"""Where a promised day says what comes first. Of all that ever came it says nothing, and a large
shop's would have to be sorted for it."""


def sorts_of(view: str) -> dict[OrderSort, object]:
    """The orders in which a view can be read, with their names."""
    return (
        SORTS
        if view in STILL_TO_COME
        else {sort: name for sort, name in SORTS.items() if sort is not OrderSort.DUE}
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for. `given` are its parts that hold, without the page."""

    view: str
    wanted: OrdersWanted
    given: Mapping[str, str]

    @property
    def is_narrowed(self) -> bool:
        """By more than the view and the order of the list."""
        return bool(self.given.keys() - {"view", "sort"})

    def address(self, path: str = "/hub/orders", **other: str) -> str:
        """The same with other parts; an empty one is left out."""
        return local(path) + self.query(**other)

    def query(self, **other: str) -> str:
        """What stands behind an address' "?", with it; nothing where nothing is asked for."""
        parts = {name: said for name, said in {**self.given, **other}.items() if said}
        return f"?{urlencode(parts)}" if parts else ""


def asked(request: HttpRequest) -> Asked:
    """Anything else that a visitor may write is as if it was not there."""
    said = request.GET
    view = said.get("view", "") if said.get("view") in VIEWS else ""
    first, last = _day(said.get("from", "")), _day(said.get("to", ""))
    payment = said.get("pay", "") if said.get("pay") in PAYMENT_METHODS else ""
    sort = said.get("sort", "") if said.get("sort") in sorts_of(view) else ""
    text = said.get("q", "").strip()[:LONGEST_TEXT]
    wanted = OrdersWanted(
        states=VIEWS[view][1],
        text=text,
        payment_method=payment,
        since=_midnight(first),
        until=_midnight(last, days=1),
        late_on=timezone.localtime(now()).date() if view == LATE else None,
        sort=OrderSort(sort) if sort else OrderSort.NEWEST,
    )
    days = {"from": first.isoformat() if first else "", "to": last.isoformat() if last else ""}
    given = {"view": view, "q": text, "pay": payment, **days, "sort": sort}
    return Asked(view, wanted, {name: value for name, value in given.items() if value})


def tabs(asked: Asked, standing: Mapping[OrderState, StateCount], late: int) -> list[dict]:
    """A tab for each view; what else the address asks for goes along."""
    found = []
    for view, (name, states) in VIEWS.items():
        counts = [standing[state].number for state in states or OrderState]
        number = late if view == LATE else sum(counts)
        is_more = late >= COUNTED if view == LATE else max(counts) >= COUNTED
        href = asked.address(view=view)
        found.append(
            {
                "text": name,
                "count": f"{COUNTED - 1}+" if is_more else grouped(number),
                "href": href,
                "current": view == asked.view,
            }
        )
    return found


def is_late(state: OrderState, promised_to: date | None) -> bool:
    """It should have arrived before today, and has not."""
    if promised_to is None or state not in OPEN:
        return False
    return promised_to < timezone.localtime(now()).date()


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _midnight(day: date | None, days: int = 0) -> datetime | None:
    """When a day begins in the market's time. The last day of the calendar has no next."""
    if day is None or not 1 < day.year < 9999:
        return None
    zone = timezone.get_current_timezone()
    return datetime.combine(day + timedelta(days=days), time(), zone)

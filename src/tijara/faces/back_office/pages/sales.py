"""What all stores sold in the days that one asks for, beside other days, by currency; what went
back to buyers and out to sellers meanwhile, and who bought for the first time."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.ledger.queries import moved_by_day
from tijara.domains.markets.queries import markets
from tijara.domains.orders.queries import sales_of_all
from tijara.domains.orders.shapes import DayOfSales
from tijara.faces.back_office.office import in_office, seat_at
from tijara.kit.actor import Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.ui.desks import figures
from tijara.ui.desks.figures import Flow, Sheet, Sold
from tijara.ui.desks.spans import Asked

REFUNDS, PAYOUTS = ("refund_paid", "refund_ahead_paid"), ("payout",)
RETURNED = ("payout_returned",)
"""Kinds of journals."""


@require_safe
@in_office
def sales(request: HttpRequest, actor: Actor) -> HttpResponse:
    asked = figures.asked_span(request)
    days = cache(_days)
    context = {"flows": _flows(actor, asked, days)}
    return figures.page(request, seat_at(request, actor), _sheets(asked, days), asked, context)


@require_safe
@in_office
def sales_file(request: HttpRequest, actor: Actor) -> HttpResponse:
    return figures.file(_sheets(figures.asked_span(request)))


def _sheets(asked: Asked, sold: Sold | None = None) -> list[Sheet]:
    return figures.sheets(asked, sold or _sold, [one.currency for one in markets()])


def _sold(since: datetime, until: datetime, zone: str) -> Iterable[DayOfSales]:
    return sales_of_all(since=since, until=until, zone=zone)


def _days(since: datetime, until: datetime, zone: str) -> Iterable[DayOfSales]:
    """With who bought for the first time: asked once for both."""
    return sales_of_all(since=since, until=until, zone=zone, with_newcomers=True)


def _flows(actor: Actor, asked: Asked, days: Sold) -> list[Flow]:
    """Only what the person's role may see elsewhere."""
    flows = [Flow(_("New buyers"), _newcomers(asked, days), is_counted=True)]
    if actor.may(Power.PAYMENTS_MANAGE):
        flows.append(Flow(_("Given back to buyers"), _sheets(asked, _moved(REFUNDS))))
    if actor.may(Power.PAYOUTS_RECORD):
        flows.append(Flow(_("Paid out to sellers"), _sheets(asked, _moved(PAYOUTS))))
        if returned := figures.sheets(asked, _moved(RETURNED), []):
            flows.append(Flow(_("Came back from sellers’ banks"), returned))
    return flows


def _moved(kinds: Sequence[str]) -> Callable[[datetime, datetime, str], Iterable[DayOfSales]]:
    def moved(since: datetime, until: datetime, zone: str) -> Iterable[DayOfSales]:
        told = moved_by_day(kinds, since=since, until=until, zone=zone)
        return [DayOfSales(one.day, one.times, one.total) for one in told]

    return moved


def _newcomers(asked: Asked, days: Sold) -> list[Sheet]:
    """They have no currency: counted as if in the first market's."""
    currency = next((one.currency for one in markets()), "")

    def came(since: datetime, until: datetime, zone: str) -> Iterable[DayOfSales]:
        told = days(since, until, zone)
        return [DayOfSales(one.day, one.newcomers, Money(0, currency)) for one in told]

    return figures.sheets(asked, came, [currency] if currency else [])

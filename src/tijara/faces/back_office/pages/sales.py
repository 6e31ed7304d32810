"""What all stores sold in the days that one asks for, beside other days, by currency."""

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.markets.queries import markets
from tijara.domains.orders.queries import sales_of_all
from tijara.domains.orders.shapes import DayOfSales
from tijara.faces.back_office.office import in_office, seat_at
from tijara.kit.actor import Actor
from tijara.ui.desks import figures
from tijara.ui.desks.figures import Sheet
from tijara.ui.desks.spans import Asked


@require_safe
@in_office
def sales(request: HttpRequest, actor: Actor) -> HttpResponse:
    asked = figures.asked_span(request)
    return figures.page(request, seat_at(request, actor), _sheets(asked), asked, {})


@require_safe
@in_office
def sales_file(request: HttpRequest, actor: Actor) -> HttpResponse:
    return figures.file(_sheets(figures.asked_span(request)))


def _sheets(asked: Asked) -> list[Sheet]:
    return figures.sheets(asked, _sold, [one.currency for one in markets()])


def _sold(since: datetime, until: datetime, zone: str) -> Iterable[DayOfSales]:
    return sales_of_all(since=since, until=until, zone=zone)

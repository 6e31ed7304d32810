"""What the store sold in the days that one asks for, beside other days; and what sold best."""

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.orders.queries import best_sellers, sales_by_day
from tijara.domains.orders.shapes import DayOfSales
from tijara.faces.seller_hub.desk import Desk, at_desk, seat_at
from tijara.kit.powers import Power
from tijara.ui.desks import figures
from tijara.ui.desks.figures import Sheet
from tijara.ui.desks.spans import Asked

MOST = 6


@require_safe
@at_desk
def sales(request: HttpRequest, desk: Desk) -> HttpResponse:
    asked = figures.asked_span(request)
    told = _sheets(desk, asked)
    since, until = figures.moments(asked.span)
    best = best_sellers(desk.seller_id, since=since, until=until, most=MOST)
    context = {"best": [(each, each.units * 100 // best[0].units) for each in best]}
    return figures.page(request, seat_at(request, desk), told, asked, context)


@require_safe
@at_desk
def sales_file(request: HttpRequest, desk: Desk) -> HttpResponse:
    return figures.file(_sheets(desk, figures.asked_span(request)))


def _sheets(desk: Desk, asked: Asked) -> list[Sheet]:
    desk.must(Power.ORDERS_HANDLE)

    def sold(since: datetime, until: datetime, zone: str) -> Iterable[DayOfSales]:
        return sales_by_day(desk.seller_id, since=since, until=until, zone=zone)

    return figures.sheets(asked, sold, [desk.market.currency])

"""Today: what needs the seller now, then how his sales go."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from tijara.domains.geography.queries import town
from tijara.domains.offers.queries import seller_offers
from tijara.domains.orders.queries import (
    best_sellers,
    late_orders,
    orders_of_seller,
    sales_by_day,
    standing_orders,
)
from tijara.domains.orders.shapes import DayOfSales, OrderState
from tijara.domains.settlements.queries import last_payout, payable
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.first_steps import first_steps
from tijara.faces.seller_hub.tasks import tasks
from tijara.faces.seller_hub.words import STATES
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.ui.desks.figures import change
from tijara.ui.language import local

LATEST, LOW, DAYS = 6, 5, 7


@require_safe
@at_desk
def today(request: HttpRequest, desk: Desk) -> HttpResponse:
    this_day = timezone.localtime(now()).date()
    standing = standing_orders(desk.seller_id)
    low = seller_offers(desk.seller_id, low=True, is_active=True, size=LOW)
    owed = payable(desk.seller_id) if desk.actor.may(Power.STORE_MANAGE) else None
    has_sold = any(count.number for count in standing.values())
    context = {
        "now": now(),
        "standing": standing,
        "to_ship": standing[OrderState.CONFIRMED].number + standing[OrderState.PACKED].number,
        "tasks": tasks(desk, standing, late_orders(desk.seller_id, this_day), low, owed),
        "steps": [] if has_sold else first_steps(desk),
        "shop": local(f"/s/{desk.store.slug}"),
        "shop_address": request.build_absolute_uri(local(f"/s/{desk.store.slug}")),
        "owed": owed,
        "low": low,
        **(_sales(desk, this_day) if has_sold else {}),
    }
    return hub_page(request, desk, "today", context)


def _sales(desk: Desk, this_day: date) -> dict:
    """Seven days and the seven before them; what sold best; the latest orders."""
    zone = timezone.get_current_timezone()
    days = [this_day - timedelta(days=ago) for ago in reversed(range(2 * DAYS))]
    first = datetime.combine(days[0], time(), zone)
    found = sales_by_day(desk.seller_id, since=first, zone=str(zone))
    told = _whole(days, found, desk.market.currency)
    then, week = told[:DAYS], told[DAYS:]
    unit = 10 ** week[0].total.exponent
    best = best_sellers(desk.seller_id, since=datetime.combine(days[DAYS], time(), zone))
    latest = orders_of_seller(desk.seller_id, size=LATEST)
    return {
        "sold_today": week[-1],
        "sold": _sum(week),
        "sold_before": _sum(then),
        "change": change(_sum(week).minor, _sum(then).minor),
        "orders": sum(each.orders for each in week),
        "orders_change": change(
            sum(each.orders for each in week), sum(each.orders for each in then)
        ),
        "week": list(zip(week, then, strict=True)),
        "days": days[DAYS:],
        "line": [each.total.minor // unit for each in week],
        "line_before": [each.total.minor // unit for each in then],
        "best": [(each, each.units * 100 // best[0].units) for each in best],
        "rows": [(row, town(row.city), *STATES[row.state]) for row in latest.items],
        "payout": last_payout(desk.seller_id) if desk.actor.may(Power.STORE_MANAGE) else None,
    }


def _whole(days: Sequence[date], found: Sequence[DayOfSales], currency: str) -> list[DayOfSales]:
    """Every day, those without orders too."""
    known = {each.day: each for each in found}
    return [known.get(day) or DayOfSales(day, 0, Money(0, currency)) for day in days]


def _sum(days: Sequence[DayOfSales]) -> Money:
    return sum((each.total for each in days[1:]), days[0].total)

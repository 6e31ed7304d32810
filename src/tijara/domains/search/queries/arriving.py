"""What goods would arrive in time: where the visitor is, on this day in his market."""

from uuid import UUID

from tijara.domains.markets.queries import market_by_id, working_days, zone_of
from tijara.domains.shipping.queries import delays
from tijara.kit.clock import now

from ..rules import (
    DELIVERY,
    WITHIN,
    asked_arrival,
    counted_arrivals,
    days_and_place,
    in_time,
)
from ..shapes import Wish

Rows = list[tuple[str, str, int, str, str]]


def said_in_time(market_id: UUID, values: tuple[str, ...]) -> list[str]:
    """What documents may say of goods that are there as fast as any of these values asks."""
    said: dict[str, None] = {}
    for value in values:
        days, place = days_and_place(value)
        road = delays(market_id, place)
        said |= dict.fromkeys(in_time(_working(market_id, days), road.usual, road.own))
    return [f"{DELIVERY}:{one}" for one in said]


def with_arrivals(rows: Rows, wish: Wish) -> Rows:
    """The counts by what documents say, turned into those by time, as this visitor would have it.
    A shop's window has none: documents tell of the best offer, which may be another's."""
    others = [row for row in rows if row[0] != DELIVERY]
    counts = [row[1:3] for row in rows if row[0] == DELIVERY]
    if wish.seller_id or not counts:
        return others
    road = delays(wish.market_id, wish.area)
    working = [(days, _working(wish.market_id, days)) for days in WITHIN]
    totals = counted_arrivals(counts, working, road.usual, road.own)
    return others + [
        (DELIVERY, asked_arrival(days, wish.area), number, "", "") for days, number in totals
    ]


def _working(market_id: UUID, days: int) -> int:
    country = market_by_id(market_id).country
    today = now().astimezone(zone_of(country)).date()
    return working_days(country).within(today, days)

"""Whose book it is, and where it stands before the law."""

from datetime import date, datetime, time, timedelta
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from psycopg.sql import SQL, Composable

from tijara.domains.markets.queries import market_by_id, markets, zone_of
from tijara.domains.parties.queries import markets_of
from tijara.kit.clock import now

from ..models import Book
from ..rules import CHART
from ..shapes import BookKey, ChartRow, Period, Side

SAUDI_ZONE = "SA"
OWN = SQL("owner_id = %(owner)s AND side = %(side)s AND currency = %(currency)s")
OF_ALL = SQL("side = %(side)s AND currency = %(currency)s")


def book_of_seller(seller_id: UUID) -> BookKey:
    currency = market_by_id(markets_of([seller_id])[seller_id]).currency
    return BookKey(seller_id, Side.SELLER, currency)


def chart(side: Side) -> tuple[ChartRow, ...]:
    """Its accounts by their numbers."""
    return CHART[side]


def books_of_market() -> list[BookKey]:
    """The operator's, one for each currency of his markets, in their order."""
    return [BookKey.of_market(one) for one in dict.fromkeys(each.currency for each in markets())]


def country_of(key: BookKey) -> str:
    """Of a currency of several countries: that of the first market."""
    if not key.is_market:
        return market_by_id(markets_of([key.owner_id])[key.owner_id]).country
    mine = [one.country for one in markets() if one.currency == key.currency]
    return mine[0] if mine else SAUDI_ZONE


def zone_of_book(key: BookKey) -> ZoneInfo:
    return zone_of(country_of(key))


def today_in(key: BookKey) -> date:
    return now().astimezone(zone_of_book(key)).date()


def open_from(key: BookKey) -> date | None:
    """The first day that takes entries; None: every day does."""
    rows = Book.objects.filter(owner_id=key.owner_id, side=key.side, currency=key.currency)
    return rows.values_list("open_from", flat=True).first()


def narrowed(key: BookKey) -> Composable:
    """The operator's book has what was written with every seller."""
    return OF_ALL if key.is_market else OWN


def given(key: BookKey, **more: object) -> dict[str, object]:
    told = {"owner": key.owner_id, "side": str(key.side), "currency": key.currency}
    return told | more


def moments(key: BookKey, period: Period) -> tuple[datetime, datetime]:
    """From when to before when."""
    at = partial(datetime.combine, time=time(), tzinfo=zone_of_book(key))
    return at(period.first), at(period.last + timedelta(days=1))

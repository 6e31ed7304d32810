"""What a seller's delivery costs in a market, where it goes, and when it comes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import BigIntegerField, CharField, QuerySet, SmallIntegerField, Value

from tijara.domains.geography.queries import city as city_of
from tijara.domains.markets.queries import market_by_id, working_days
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.queries import markets_of
from tijara.kit.money import Money
from tijara.kit.recent import Recent, RecentOf
from tijara.platform.prepared import prepared

from .models import MarketService, MarketZone, SellerCountry, SellerService, SellerZone
from .rules import (
    EVERYWHERE,
    NAMES,
    delay_of,
    fastest_days,
    offered_services,
    option_of,
    reaches,
    standard_service,
    way_abroad,
    ways_of,
    zone_of,
)
from .shapes import (
    CountryTerms,
    Delays,
    DeliveryCode,
    DeliveryOption,
    DeliveryQuote,
    DeliveryTerms,
    Pace,
    ServiceName,
    ServiceTerms,
    Zone,
)

SERVICE = ("code", "price_minor", "free_from_minor", "from_days", "to_days", "place", "is_offered")
BLANK = (
    Value("", CharField()),
    Value(0, BigIntegerField()),
    Value(None, BigIntegerField()),
    Value(0, SmallIntegerField()),
    Value(0, SmallIntegerField()),
    Value("", CharField()),
    Value(False),
)
"""In the place of a service: the seller has something to say of a place."""
ZONE = ("place", "is_served", "extra_minor", "extra_days")
COUNTRY = ("country", "price_minor", "free_from_minor", "from_days", "to_days")


def delivery_options(
    market: MarketPolicy,
    seller_id: UUID,
    items: Money,
    city: str,
    handling_days: int,
    on: date,
    country: str = "",
) -> list[DeliveryOption]:
    """For one seller's parcel of goods worth `items`, ordered on the day `on` (local).

    The first is the default. None at all: the seller does not deliver to this city, or to this
    `country` abroad. An empty `city` is one that is not known yet: what far places cost extra is
    not in it.
    """
    everyone, own = market_delivery(market.id), seller_delivery(seller_id)
    if country:
        return _abroad(market, own, items, country, handling_days, on)
    place = city_of(city)
    zone = zone_of(city, place.region if place else "", everyone.zones, own.zones)
    working = working_days(market.country)
    return [
        option_of(way, zone, items, handling_days=handling_days, on=on, working=working)
        for way in offered_services(market, everyone, own)
        if reaches(way, zone)
    ]


def _abroad(
    market: MarketPolicy,
    own: DeliveryTerms,
    items: Money,
    country: str,
    handling_days: int,
    on: date,
) -> list[DeliveryOption]:
    way = way_abroad(market, own, country)
    if way is None:
        return []
    working = working_days(market.country)
    return [option_of(way, EVERYWHERE, items, handling_days=handling_days, on=on, working=working)]


def delivery_quote(
    market: MarketPolicy, items: Money, *, handling_days: int, on: date
) -> DeliveryQuote:
    """The market's own standard delivery, whoever sells."""
    working = working_days(market.country)
    quoted = option_of(
        standard_service(market),
        EVERYWHERE,
        items,
        handling_days=handling_days,
        on=on,
        working=working,
    )
    return DeliveryQuote(quoted.price, quoted.earliest, quoted.latest, quoted.free_from)


def seller_ways(market: MarketPolicy, seller_id: UUID) -> list[ServiceTerms]:
    """Every way that the market allows him, on his terms or its own, offered or not."""
    return ways_of(market, market_delivery(market.id), seller_delivery(seller_id))


def paces(markets: Mapping[UUID, UUID]) -> dict[UUID, Pace]:
    """Of sellers, each with his market. One statement for what sellers say, which is never old."""
    own: dict[UUID, list[ServiceTerms]] = {seller_id: [] for seller_id in markets}
    placed = set()
    for seller_id, code, *rest in _said_by(list(own)):
        if code:
            own[seller_id].append(ServiceTerms(DeliveryCode(code), *rest))
        else:
            placed.add(seller_id)
    return {
        seller_id: Pace(_fastest(market_id, own[seller_id]), seller_id in placed)
        for seller_id, market_id in markets.items()
    }


@prepared
def _said_by(seller_ids: list[UUID]) -> QuerySet:
    services = SellerService.objects.filter(seller_id__among=seller_ids)
    places = SellerZone.objects.filter(seller_id__among=seller_ids).values_list("seller_id", *BLANK)
    return services.values_list("seller_id", *SERVICE).union(places, all=True)


def delays(market_id: UUID, place: str) -> Delays:
    """To a city or a region of a market; "" is anywhere. Kept in the process like all terms."""
    within = city_of(place)
    city, region = (place, within.region) if within else ("", place)
    everyone = market_delivery(market_id)
    usual = delay_of(zone_of(city, region, everyone.zones, ()))
    sellers = _sellers.get(_placed.get().get(market_id, ()))
    return Delays(
        usual,
        {
            seller_id: delay_of(zone_of(city, region, everyone.zones, terms.zones))
            for seller_id, terms in sellers.items()
        },
    )


def _fastest(market_id: UUID, own: list[ServiceTerms]) -> int | None:
    everyone = market_delivery(market_id)
    return fastest_days(
        offered_services(market_by_id(market_id), everyone, DeliveryTerms(tuple(own)))
    )


def service_name(code: str) -> ServiceName:
    """How a way of delivery is called, in each language."""
    return NAMES[DeliveryCode(code)]


def market_delivery(market_id: UUID) -> DeliveryTerms:
    """Ways beside the standard one (which the market's policy has), and special places."""
    return _markets.get([market_id])[market_id]


def seller_delivery(seller_id: UUID) -> DeliveryTerms:
    """What the seller himself has said; where he said nothing, the market's terms are his."""
    return _sellers.get([seller_id])[seller_id]


def forget_delivery() -> None:
    _placed.forget()
    _markets.forget()
    _sellers.forget()


def _load_markets(ids: set[UUID]) -> Mapping[UUID, DeliveryTerms]:
    services = MarketService.objects.filter(market_id__in=ids).values_list("market_id", *SERVICE)
    zones = MarketZone.objects.filter(market_id__in=ids).order_by("place")
    return _told(ids, services, zones.values_list("market_id", *ZONE))


def _load_sellers(ids: set[UUID]) -> Mapping[UUID, DeliveryTerms]:
    services = SellerService.objects.filter(seller_id__in=ids).values_list("seller_id", *SERVICE)
    zones = SellerZone.objects.filter(seller_id__in=ids).order_by("place")
    told = _told(ids, services, zones.values_list("seller_id", *ZONE))
    abroad = SellerCountry.objects.filter(seller_id__in=ids).order_by("country")
    countries: dict[UUID, list[CountryTerms]] = {}
    for owner, *rest in abroad.values_list("seller_id", *COUNTRY):
        countries.setdefault(owner, []).append(CountryTerms(*rest))
    return told | {
        id: replace(told[id], abroad=tuple(mine)) for id, mine in countries.items() if id in told
    }


def _told(ids: set[UUID], services, zones) -> dict[UUID, DeliveryTerms]:
    ways: dict[UUID, list[ServiceTerms]] = {id: [] for id in ids}
    places: dict[UUID, list[Zone]] = {id: [] for id in ids}
    for owner, code, *rest in services:
        ways[owner].append(ServiceTerms(DeliveryCode(code), *rest))
    for owner, *rest in zones:
        places[owner].append(Zone(*rest))
    return {id: DeliveryTerms(tuple(ways[id]), tuple(places[id])) for id in ids}


def _load_placed() -> Mapping[UUID, Sequence[UUID]]:
    """By market, who says himself what holds in some places."""
    found: dict[UUID, list[UUID]] = {}
    placed = SellerZone.objects.values_list("seller_id", flat=True).distinct()
    for seller_id, market_id in markets_of(placed).items():
        found.setdefault(market_id, []).append(seller_id)
    return found


_placed = Recent(_load_placed, seconds=30)
_markets = RecentOf(_load_markets, seconds=30)
_sellers = RecentOf(_load_sellers, seconds=30)

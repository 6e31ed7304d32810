"""Days of delivery, ways of delivery, and what a far place changes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tijara.domains.markets.shapes import MarketPolicy
from tijara.kit.calendar import WorkingDays
from tijara.kit.money import Money

from .shapes import (
    CountryTerms,
    DeliveryCode,
    DeliveryOption,
    DeliveryTerms,
    ServiceName,
    ServiceTerms,
    Zone,
)

NAMES = {
    DeliveryCode.STANDARD: ServiceName("توصيل عادي", "Standard delivery", "Livraison standard"),
    DeliveryCode.EXPRESS: ServiceName("توصيل سريع", "Express delivery", "Livraison express"),
    DeliveryCode.PICKUP: ServiceName(
        "استلام من المتجر", "Pick-up at the shop", "Retrait en boutique"
    ),
    DeliveryCode.ABROAD: ServiceName(
        "توصيل دولي", "International delivery", "Livraison internationale"
    ),
}
EVERYWHERE = Zone("")
MOST_DAYS = 60
LONGEST_PLACE = 160


def standard_service(market: MarketPolicy) -> ServiceTerms:
    """What the market's own policy says, for every seller who says nothing else."""
    return ServiceTerms(
        DeliveryCode.STANDARD,
        market.delivery_minor,
        market.free_delivery_from_minor,
        market.delivery_from_days,
        market.delivery_to_days,
    )


def ways_of(
    market: MarketPolicy, everyone: DeliveryTerms, own: DeliveryTerms
) -> list[ServiceTerms]:
    """The seller's ways, in the order in which they are shown: his own word before the market's.

    A way that the market does not allow is not there, whatever the seller said of it.
    """
    by_market = (standard_service(market), *everyone.services)
    allowed = {one.code: one for one in by_market if one.is_offered}
    said = {one.code: one for one in own.services if one.code in allowed}
    return [(allowed | said)[code] for code in DeliveryCode if code in allowed]


def offered_services(
    market: MarketPolicy, everyone: DeliveryTerms, own: DeliveryTerms
) -> list[ServiceTerms]:
    """What buyers may choose from. Goods are picked up only where the seller named the place."""
    return [
        way
        for way in ways_of(market, everyone, own)
        if way.is_offered and (way.place or not way.place_needed)
    ]


def way_abroad(market: MarketPolicy, own: DeliveryTerms, country: str) -> ServiceTerms | None:
    """The only one to a country abroad: the seller's own. None: the market does not go there, or he
    does not."""
    if country not in market.abroad:
        return None
    found = next((one for one in own.abroad if one.country == country), None)
    return None if found is None else service_abroad(found)


def service_abroad(terms: CountryTerms) -> ServiceTerms:
    return ServiceTerms(
        DeliveryCode.ABROAD,
        terms.price_minor,
        terms.free_from_minor,
        terms.from_days,
        terms.to_days,
    )


def zone_of(city: str, region: str, everyone: Sequence[Zone], own: Sequence[Zone]) -> Zone:
    """What holds in a city: the seller's word before the market's, the city's before its region's.

    Where the market does not go, nobody does.
    """
    by_market = _closest(city, region, everyone)
    if not by_market.is_served:
        return by_market
    by_seller = _closest(city, region, own)
    return by_market if by_seller is EVERYWHERE else by_seller


def reaches(way: ServiceTerms, zone: Zone) -> bool:
    """Whoever picks his goods up may live where nobody delivers."""
    return zone.is_served or way.code is DeliveryCode.PICKUP


def fastest_days(ways: Sequence[ServiceTerms]) -> int | None:
    """Of the ways that lead to a door: within so many working days one of them is there."""
    return min((way.to_days for way in ways if way.code is not DeliveryCode.PICKUP), default=None)


def delay_of(zone: Zone) -> int | None:
    return zone.extra_days if zone.is_served else None


def option_of(
    way: ServiceTerms,
    zone: Zone,
    items: Money,
    *,
    handling_days: int,
    on: date,
    working: WorkingDays,
) -> DeliveryOption:
    """Goods over the threshold come free, however far."""
    if way.code is DeliveryCode.PICKUP:
        zone = EVERYWHERE
    threshold = way.free_from_minor
    is_free = threshold is not None and items.minor >= threshold
    name = NAMES[way.code]
    earliest, latest = (
        working.after(on, handling_days + days + zone.extra_days)
        for days in (way.from_days, way.to_days)
    )
    return DeliveryOption(
        code=way.code.value,
        name_ar=name.name_ar,
        name_en=name.name_en,
        name_fr=name.name_fr,
        price=Money(0 if is_free else way.price_minor + zone.extra_minor, items.currency),
        earliest=earliest,
        latest=latest,
        free_from=None if threshold is None else Money(threshold, items.currency),
        place=way.place,
    )


def service_faults(terms: ServiceTerms) -> dict[str, str]:
    """What is wrong with a way of delivery, whoever offers it."""
    faults = {}
    if terms.price_minor < 0:
        faults["price"] = "outside_limits"
    if terms.free_from_minor is not None and terms.free_from_minor < 0:
        faults["free_from"] = "outside_limits"
    if not 0 <= terms.from_days <= MOST_DAYS:
        faults["from_days"] = "outside_limits"
    if not terms.from_days <= terms.to_days <= MOST_DAYS:
        faults["to_days"] = "days_reversed" if terms.to_days < terms.from_days else "outside_limits"
    if len(terms.place) > LONGEST_PLACE:
        faults["place"] = "too_long"
    return faults


def limit_faults(terms: ServiceTerms, market: MarketPolicy) -> dict[str, str]:
    """Where a seller's own terms go beyond what his market lets him ask of buyers."""
    faults = {}
    limit = market.delivery_limit_minor
    if limit is not None and terms.price_minor > limit:
        faults["price"] = "over_market_limit"
    if terms.to_days > market.delivery_limit_days:
        faults["to_days"] = "over_market_limit"
    if terms.code is DeliveryCode.PICKUP and terms.is_offered and not terms.place:
        faults["place"] = "required"
    return faults


def zone_faults(zone: Zone) -> dict[str, str]:
    faults = {}
    if zone.extra_minor < 0:
        faults["extra"] = "outside_limits"
    if not 0 <= zone.extra_days <= MOST_DAYS:
        faults["extra_days"] = "outside_limits"
    return faults


def tidy_zone(zone: Zone) -> Zone:
    """Where nobody goes nothing costs extra."""
    return zone if zone.is_served else replace(zone, extra_minor=0, extra_days=0)


def _closest(city: str, region: str, zones: Sequence[Zone]) -> Zone:
    by_place = {zone.place: zone for zone in zones}
    return by_place.get(city) or by_place.get(region) or EVERYWHERE

"""How the demonstration's markets deliver: ways beside the standard one, and special places."""

from uuid import UUID

from tijara.domains.shipping.actions import set_market_service, set_market_zone, set_own_country
from tijara.domains.shipping.shapes import CountryTerms, DeliveryCode, ServiceTerms, Zone
from tijara.kit.actor import SYSTEM

from . import content


def load_delivery(market_id: UUID, told: dict) -> None:
    currency = told["market"]["currency"]
    for service in told.get("service", ()):
        terms = ServiceTerms(
            code=DeliveryCode(service["code"]),
            price_minor=content.price(service["price"], currency).minor,
            free_from_minor=None,
            from_days=service["from_days"],
            to_days=service["to_days"],
        )
        set_market_service(actor=SYSTEM, market_id=market_id, terms=terms)
    for zone in told.get("zone", ()):
        place = Zone(
            place=zone["place"],
            is_served=zone.get("is_served", True),
            extra_minor=content.price(zone.get("extra", "0"), currency).minor,
            extra_days=zone.get("extra_days", 0),
        )
        set_market_zone(actor=SYSTEM, market_id=market_id, zone=place)


def load_abroad(seller_id: UUID, told: dict, currency: str) -> None:
    """The countries abroad to which a store delivers."""
    for one in told.get("abroad", ()):
        free_from = one.get("free_from")
        terms = CountryTerms(
            country=one["country"],
            price_minor=content.price(one["price"], currency).minor,
            free_from_minor=None if free_from is None else content.price(free_from, currency).minor,
            from_days=one["days"][0],
            to_days=one["days"][1],
        )
        set_own_country(actor=SYSTEM, seller_id=seller_id, terms=terms)

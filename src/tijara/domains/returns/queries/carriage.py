"""Who pays the way back, by the market's word, and what it comes to."""

from collections.abc import Mapping
from uuid import UUID

from tijara.domains.catalogue.queries import variant_names
from tijara.domains.geography.queries import city
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import markets_of
from tijara.kit.money import Money

from ..models import CarriageBandRow, CarriageTermsRow
from ..rules.carriage import charge_of, payer_of
from ..shapes import Carriage, CarriageBand, CarriageTerms, Payer

TERMS = ("unwanted", "fault", "warranty")


def carriage_terms(market_id: UUID) -> CarriageTerms | None:
    """None where it has said nothing."""
    rows = CarriageTermsRow.objects.filter(id=market_id).values_list(*TERMS, "charge_minor")
    for unwanted, fault, warranty, charge in rows:
        return CarriageTerms(Payer(unwanted), Payer(fault), Payer(warranty), charge)
    return None


def carriage_bands(market_id: UUID) -> list[CarriageBand]:
    rows = CarriageBandRow.objects.filter(market_id=market_id).order_by("place", "up_to_grams")
    told = rows.values_list("place", "up_to_grams", "charge_minor", "id")
    return [CarriageBand(place, grams or None, charge, id) for place, grams, charge, id in told]


def carriages(
    order: OrderView, units: Mapping[UUID, int], reasons: tuple[str, ...]
) -> dict[str, Carriage]:
    """By reason, of so many units of each of its lines. Empty where the market settles nothing."""
    market_id = markets_of([order.seller_id])[order.seller_id]
    terms = carriage_terms(market_id)
    if terms is None:
        return {}
    found = city(order.address.city) if order.address.city else None
    places = (order.address.city, found.region if found else "")
    minor = charge_of(
        terms, carriage_bands(market_id), places, _grams(order, units), order.asked[1].minor
    )
    amount = Money(minor, order.total.currency)
    return {one: Carriage(payer_of(terms, one), amount) for one in reasons}


def _grams(order: OrderView, units: Mapping[UUID, int]) -> int:
    """What weighs nothing that we know of counts as nothing."""
    going = [line for line in order.lines if units.get(line.id)]
    names = variant_names({line.variant_id for line in going})
    weights = {id: one.weight_grams or 0 for id, one in names.items()}
    return sum(weights.get(line.variant_id, 0) * units[line.id] for line in going)

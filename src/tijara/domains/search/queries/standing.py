"""What should stand on the shelves of certain products, by catalogue, offers, stock and stores."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from tijara.domains.catalogue.queries import facet_values, product_facts
from tijara.domains.catalogue.shapes import FacetValue, ProductFacts, ProductKind
from tijara.domains.offers.queries import offers_of_products
from tijara.domains.offers.shapes import OfferCard
from tijara.domains.parties.queries import seller_terms
from tijara.domains.promotions.queries import at_shelf_prices
from tijara.domains.promotions.shapes import Shelved
from tijara.domains.reviews.queries import ratings_of
from tijara.domains.reviews.shapes import Rating
from tijara.domains.shipping.queries import paces
from tijara.domains.shipping.shapes import Pace
from tijara.domains.stores.queries import open_stores

from ..rules import (
    AT_ONCE,
    ATTRIBUTE,
    DELIVERY,
    LEAST_STARS,
    MOST_DAYS,
    RATING,
    TEXT_VERSION,
    arrival,
    as_array,
    brand_value,
    index_text,
)
from ..shapes import Own

COLUMNS = """product_id, market_id, slug, name_ar, name_en, brand_ar, brand_en, picture,
    category_path, seller_id, offer_id, price_minor, was_minor, currency, in_stock, offers, sellers,
    text, brand, facets, name_fr, text_version"""


@dataclass(frozen=True, slots=True)
class Stood:
    """A product on the shelf of a market: its document (`COLUMNS`), and what shops beside the best
    one offer of it themselves."""

    row: tuple
    own: tuple[Own, ...]


def what_stands(product_ids: Sequence[UUID]) -> list[Stood]:
    """In the order of products and markets. On the shelf of each market where an open store has an
    active offer of it."""
    cards = offers_of_products(product_ids)
    shutters = open_stores({card.seller_id for offers in cards.values() for card in offers})
    markets = _markets_of(shutters)
    attributes = facet_values(product_ids)
    known = [facts for facts in product_facts(product_ids) if facts.is_published]
    priced = _at_shelf_prices(known, cards, markets)
    speeds = paces(markets)
    rated = {one: ratings_of(one, product_ids) for one in set(markets.values())}
    stood = [
        Stood(
            _row(
                facts,
                market_id,
                offers,
                [
                    *_conditions(offers),
                    *_arrival(facts, offers[0], speeds[offers[0].seller_id]),
                    *_attributes(attributes.get(facts.id, ())),
                    *_stars(rated[market_id].get(facts.id)),
                ],
            ),
            tuple(_own(market_id, offers)),
        )
        for facts in known
        for market_id, offers in _by_market(
            _standing(priced.get(facts.id, []), shutters), markets
        ).items()
    ]
    return sorted(stood, key=lambda one: one.row[:2])


def _at_shelf_prices(
    known: Iterable[ProductFacts],
    cards: Mapping[UUID, list[OfferCard]],
    markets: Mapping[UUID, UUID],
) -> dict[UUID, list[OfferCard]]:
    """Offers of products as promotions and honest prices of before let them stand."""
    found: dict[UUID, list[OfferCard]] = {}
    shelved = [
        Shelved(markets[card.seller_id], card, facts.category_path, facts.brand_id)
        for facts in known
        for card in cards.get(facts.id, [])
        if card.seller_id in markets
    ]
    for card in at_shelf_prices(shelved):
        found.setdefault(card.product_id, []).append(card)
    return found


def _own(market_id: UUID, offers: Sequence[OfferCard]) -> list[Own]:
    """The best offer of each seller but him whose offer is the best of all."""
    best: dict[UUID, OfferCard] = {}
    for offer in offers:
        best.setdefault(offer.seller_id, offer)
    return [
        Own(
            seller_id,
            offer.product_id,
            market_id,
            offer.id,
            offer.price.minor,
            offer.was.minor if offer.was else None,
            offer.can_be_bought,
        )
        for seller_id, offer in best.items()
        if seller_id != offers[0].seller_id
    ]


def _standing(cards: list[OfferCard], shutters: Mapping[UUID, bool]) -> list[OfferCard]:
    """The best first. Of a store on holiday nothing can be bought, though it stays on the shelf."""
    shown = [replace(card, free=0) if shutters.get(card.seller_id) else card for card in cards]
    return sorted(shown, key=lambda card: not card.can_be_bought)


def _markets_of(seller_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """The markets of those sellers who may sell now: the worker hears of no changes, so that what a
    process keeps would be too old here, and the shelf would stay as it was."""
    terms_of = seller_terms(seller_ids)
    return {terms.id: terms.market_id for terms in terms_of.values() if terms.is_active}


def _by_market(cards: list[OfferCard], markets: dict[UUID, UUID]) -> dict[UUID, list[OfferCard]]:
    """Active offers by market, each list with its best first, as they came."""
    found: dict[UUID, list[OfferCard]] = {}
    for card in cards:
        if card.is_active and card.seller_id in markets:
            found.setdefault(markets[card.seller_id], []).append(card)
    return found


def _conditions(offers: Sequence[OfferCard]) -> list[str]:
    return sorted({f"condition:{offer.condition}" for offer in offers})


def _arrival(facts: ProductFacts, best: OfferCard, pace: Pace) -> list[str]:
    """When it would be there: one of its words, or none."""
    if not best.can_be_bought:
        return []
    if facts.kind == ProductKind.DIGITAL:
        return [f"{DELIVERY}:{AT_ONCE}"]
    if pace.days is None or best.handling_days + pace.days > MOST_DAYS:
        return []
    told = best.handling_days + pace.days
    return [f"{DELIVERY}:{arrival(told, best.seller_id if pace.has_places else None)}"]


def _attributes(values: Sequence[FacetValue]) -> list[str]:
    return [f"{ATTRIBUTE}{each.code}:{each.key}"[:120] for each in values]


def _stars(rating: Rating | None) -> list[str]:
    """So many and more."""
    return [f"{RATING}:{least}" for least in LEAST_STARS if rating and rating.average >= least]


def _row(
    facts: ProductFacts,
    market_id: UUID,
    offers: list[OfferCard],
    tokens: Sequence[str],
) -> tuple:
    best = offers[0]
    sellers = sorted({str(offer.seller_id) for offer in offers})
    return (
        facts.id,
        market_id,
        facts.slug,
        facts.name_ar,
        facts.name_en,
        facts.brand_ar,
        facts.brand_en,
        facts.picture,
        facts.category_path,
        best.seller_id,
        best.id,
        best.price.minor,
        best.was.minor if best.was else None,
        best.price.currency,
        best.can_be_bought,
        min(len(offers), 9999),
        as_array(sellers),
        index_text(
            facts.name_ar,
            facts.name_en,
            facts.name_fr,
            f"{facts.brand_ar} {facts.brand_en}",
            f"{facts.category_ar} {facts.category_en}",
        ),
        brand_value(facts.brand_ar, facts.brand_en),
        as_array(tokens),
        facts.name_fr,
        TEXT_VERSION,
    )

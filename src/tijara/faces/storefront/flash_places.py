"""The flash sale that an address names, and the place that whoever looks at it holds there."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest

from tijara.domains.catalogue.queries import variant_names
from tijara.domains.catalogue.shapes import VariantNames
from tijara.domains.flash_sales.actions import advance_sale, bind_place
from tijara.domains.flash_sales.queries import place_by_id, places_of_buyers, recent_sale, sale
from tijara.domains.flash_sales.shapes import (
    Phase,
    PlaceState,
    PlaceView,
    SaleItem,
    SaleState,
    SaleView,
)
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferKey
from tijara.domains.parties.actions import adopt_guest
from tijara.domains.parties.queries import person_of_buyer
from tijara.domains.stores.queries import store_by_slug
from tijara.domains.stores.shapes import StoreCard
from tijara.faces.storefront.buyers import known_buyers, known_person
from tijara.faces.storefront.flash_passes import pass_of_request
from tijara.faces.storefront.here import sellers_here
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import BUYER_POWERS, VISITOR_POWERS

SHOWN = frozenset({SaleState.AGREED, SaleState.PAUSED, SaleState.ENDED})


@dataclass(frozen=True, slots=True)
class ShownItem:
    item: SaleItem
    names: VariantNames
    before: Money | None
    """What it costs otherwise."""

    @property
    def taken_percent(self) -> float:
        return 100 * (self.item.units - self.item.free) / max(self.item.units, 1)


def store_of_sale(slug: str) -> StoreCard:
    store = store_by_slug(slug)
    if store is None or not store.is_open or not sellers_here([store.seller_id]):
        raise Http404
    return store


def sale_at(slug: str, sale_id: UUID, *, is_exact: bool = False) -> tuple[StoreCard, SaleView]:
    """One that buyers may see; its clock is looked at. `is_exact`: as it stands now."""
    store = store_of_sale(slug)
    found = looked_at(store.seller_id, sale_id)
    if found is None:
        raise Http404
    exact = sale(store.seller_id, sale_id) if is_exact else found
    return store, exact or found


def looked_at(seller_id: UUID, sale_id: UUID) -> SaleView | None:
    """As it stood a moment ago, if buyers may see it; its clock is looked at."""
    found = recent_sale(seller_id, sale_id)
    if found is None or found.state not in SHOWN:
        return None
    if found.state is not SaleState.ENDED and now() >= found.starts_at:
        advance_sale(actor=SYSTEM, seller_id=seller_id, sale_id=sale_id)
    return found


def place_at(request: HttpRequest, found: SaleView) -> PlaceView | None:
    """By who he is, else by his pass. Who has signed in has one place, whatever he took before."""
    known, person_id = known_buyers(request), known_person(request)
    mine = places_of_buyers(found.seller_id, found.id, known, person_id) if known else []
    place = mine[0] if mine else _by_pass(request, found)
    if place is None or person_id is None:
        return place
    return bind_place(
        actor=buyer_actor(request, place.buyer_id),
        seller_id=found.seller_id,
        sale_id=found.id,
        buyer_ids=[*known, place.buyer_id],
    )


def buyer_actor(request: HttpRequest, buyer_id: UUID) -> Actor:
    return Actor(ActorKind.BUYER, known_person(request), buyer_id, BUYER_POWERS)


def shown_items(found: SaleView) -> list[ShownItem]:
    names = variant_names(item.variant_id for item in found.items)
    cards = offers([OfferKey(found.seller_id, item.offer_id) for item in found.items])
    return [
        ShownItem(item, names[item.variant_id], _before(cards, found.seller_id, item))
        for item in found.items
        if item.variant_id in names
    ]


def _before(cards: dict, seller_id: UUID, item: SaleItem) -> Money | None:
    card = cards.get(OfferKey(seller_id, item.offer_id))
    return card.price if card and card.price.currency == item.price.currency else None


def is_on(found: SaleView) -> bool:
    return found.phase(now()) in (Phase.COMING, Phase.RUNNING, Phase.PAUSED)


def _by_pass(request: HttpRequest, found: SaleView) -> PlaceView | None:
    """Nobody's, or his: another person's pass, left in this browser, opens nothing. Who has signed
    in adopts the guest whose place it is, as signing in does."""
    told = pass_of_request(request, found.id)
    place = place_by_id(*told) if told and told[0] == found.seller_id else None
    if place is None or place.sale_id != found.id or place.state is PlaceState.LEFT:
        return None
    person_id = known_person(request)
    whose = place.person_id or person_of_buyer(place.buyer_id)
    if whose is None and person_id is not None:
        him = Actor(ActorKind.BUYER, person_id, powers=VISITOR_POWERS)
        whose = person_id if adopt_guest(actor=him, guest_id=place.buyer_id) else None
    return place if whose == person_id else None

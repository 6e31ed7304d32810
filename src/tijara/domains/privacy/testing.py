"""Makers of people who have bought something, for tests."""

from dataclasses import dataclass
from uuid import UUID

from tijara.domains.accounts.testing import make_account
from tijara.domains.catalogue.queries import variant_names
from tijara.domains.checkout.testing import Buyer, offer_of_a_store
from tijara.domains.favourites.actions import keep_favourite
from tijara.domains.fulfilment.testing import move
from tijara.domains.markets.queries import market_by_id
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.queries import order
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.parties.actions import open_customer, save_address
from tijara.domains.parties.queries import addresses
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import BUYER_POWERS, VISITOR_POWERS

from .models import Closing
from .shapes import CLOSING_TIME

EMAIL = "noura@example.com"
HOME = {
    "recipient": "نورة السبيعي",
    "phone": "0551234567",
    "city": "sa-riyadh",
    "street": "شارع العليا",
}
WAY = (OrderState.CONFIRMED, OrderState.PACKED, OrderState.SHIPPED, OrderState.DELIVERED)


@dataclass(frozen=True, slots=True)
class Person:
    id: UUID
    buyer_id: UUID
    order: OrderView
    variant_id: UUID
    """Of what he bought."""

    @property
    def seen_order(self) -> OrderView:
        """As it stands now."""
        found = order(self.order.seller_id, self.order.id)
        assert found
        return found


def as_person(person_id: UUID) -> Actor:
    return Actor(ActorKind.BUYER, person_id, powers=VISITOR_POWERS)


def make_shopper(*, email: str = EMAIL, is_delivered: bool = True) -> Person:
    """Who has an address, a favourite, one order, and something in the cart."""
    person_id = make_account(email=email, name="نورة السبيعي")
    market = make_market(cash_code="never")
    buyer = Buyer(market_by_id(market.id))
    buyer.id = open_customer(actor=as_person(person_id))
    buyer.actor = Actor(ActorKind.BUYER, person_id, buyer.id, BUYER_POWERS)
    save_address(actor=buyer.actor, buyer_id=buyer.id, country="SA", fields=HOME)
    assert addresses(buyer.id)
    offer = offer_of_a_store(market)
    keep_favourite(actor=buyer.actor, buyer_id=buyer.id, product_id=_product_of(offer))
    buyer.picks(offer)
    placed = buyer.confirms().placed[0]
    assert placed.order_id
    for step in WAY if is_delivered else ():
        move(step, placed.seller_id, placed.order_id)
    buyer.picks(offer, 3)
    found = order(placed.seller_id, placed.order_id)
    assert found
    return Person(person_id, buyer.id, found, offer.variant_id)


def days_are_over(person_id: UUID) -> None:
    """The days in which one may come back."""
    row = Closing.objects.get(person_id=person_id)
    Closing.objects.filter(person_id=person_id).update(due_at=row.due_at - CLOSING_TIME)


def _product_of(offer) -> UUID:
    return variant_names([offer.variant_id])[offer.variant_id].product_id

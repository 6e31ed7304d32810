"""A guest with a cart, for tests."""

from datetime import date

from tijara.domains.carts.actions import put_in_cart
from tijara.domains.checkout.actions import place_checkout
from tijara.domains.checkout.queries import basket
from tijara.domains.checkout.shapes import Confirmation, Wishes
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.testing import ADDRESS
from tijara.domains.parties.testing import make_seller
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS
from tijara.platform.audits import run_proofs

from .models import Checkout

DAY = date(2026, 11, 22)
CASH = "cash_on_delivery"


class Buyer:
    """A guest with a cart, pressing buttons."""

    def __init__(self, market):
        self.id = new_id()
        self.market = market
        self.actor = Actor(ActorKind.BUYER, None, self.id, BUYER_POWERS)

    def picks(self, offer, quantity=1):
        put_in_cart(
            actor=self.actor,
            buyer_id=self.id,
            seller_id=offer.seller_id,
            offer_id=offer.id,
            quantity=quantity,
            seen_minor=offer.price.minor,
        )

    def basket(self, **given):
        wishes = Wishes(ADDRESS.city, phone=ADDRESS.phone)
        given = {"wishes": wishes, "payment_method": CASH, "on": DAY} | given
        return basket(buyer_id=self.id, market=self.market, **given)

    def confirms(
        self, checkout_id=None, seen=None, address=ADDRESS, method=CASH, credit_minor=0, **said
    ):
        """What he saw is what stands now, if nothing else is said. `said`: services, company."""
        wishes = Wishes(address.city, phone=address.phone, **said)
        return place_checkout(
            actor=self.actor,
            buyer_id=self.id,
            market=self.market,
            on=DAY,
            confirmation=Confirmation(
                checkout_id=checkout_id or new_id(),
                address=address,
                payment_method=method,
                language="ar",
                seen=self.basket(wishes=wishes).seen if seen is None else seen,
                credit_minor=credit_minor,
                **said,
            ),
        )


VAT_NUMBERS = {"SA": "310122393500003", "AE": "100354321098765"}


def offer_of_a_store(market, **given):
    seller_id = make_seller(market, vat_number=VAT_NUMBERS.get(market.country, ""))
    make_store(seller_id)
    return make_offer(seller_id=seller_id, **given)


def kept_intents(buyer_id):
    """What the checkouts of a buyer keep of what he confirmed."""
    return list(Checkout.objects.filter(buyer_id=buyer_id).values_list("intent", flat=True))


def free(offer):
    return stock_levels(offer.seller_id, [offer.stock_id])[offer.stock_id].free


def assert_all_proved():
    faults = [(proof.name, proof.faults) for proof in run_proofs() if proof.faults]
    assert not faults, faults

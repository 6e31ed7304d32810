"""Who has ordered before is told at the checkout, before he confirms, from whatever window."""

import pytest

from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.testing import make_offer
from tijara.domains.promotions.testing import make_promotion
from tijara.domains.stores.testing import make_store
from tijara.faces.storefront.tests.shopper import TYPED, Shopper, hidden

pytestmark = pytest.mark.django_db(transaction=True)
TOLD = "Offers for new customers are left out"


@pytest.fixture
def offer():
    market = make_market()
    make_promotion(market.id, bp=2000, is_first_order=True)
    return make_offer(10000, 9, seller_id=make_store().seller_id)


def window(offer):
    """A new one, with nothing but this in its cart."""
    shopper = Shopper("/en")
    shopper.picks(offer)
    return shopper


def test_the_total_changes_before_he_confirms_and_says_why(offer):
    first = window(offer)
    assert first.confirms().status_code == 303
    (one,) = orders_of_buyer(first.buyer_id())
    assert one.discount.minor == 2000

    private = window(offer)
    assert TOLD not in private.sees("/checkout")
    answer = private.confirms()
    page = answer.content.decode()
    assert answer.status_code == 409 and TOLD in page and "The total has changed" in page
    assert orders_of_buyer(private.buyer_id()) == []
    form = {name: hidden(page, name) for name in ("checkout", "total")}
    assert private.sends("/checkout", **(form | TYPED)).status_code == 303
    (two,) = orders_of_buyer(private.buyer_id())
    assert two.discount.minor == 0


def test_he_who_only_reprices_reads_it_too(offer):
    assert window(offer).confirms().status_code == 303
    private = window(offer)
    told = private.sends("/checkout", **(TYPED | {"act": "update"})).content.decode()
    assert TOLD in told and "The total has changed" not in told

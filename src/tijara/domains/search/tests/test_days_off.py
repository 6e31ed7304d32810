"""Shelves know days off: what can't be bought counts so, and another store's offer is shown."""

from datetime import timedelta

import pytest

from tijara.domains.catalogue.testing import make_product
from tijara.domains.parties.queries import seller_terms
from tijara.domains.parties.testing import seller_actor
from tijara.domains.search.queries import browse
from tijara.domains.search.shapes import Wish
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.actions import end_pause, pause_store, turn_pauses
from tijara.domains.stores.shapes import Pause
from tijara.domains.stores.testing import let_days_pass, make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def resting():
    return make_store().seller_id


@pytest.fixture
def cheap(resting):
    """Its goods are offered for more elsewhere, too."""
    product = make_product(name_ar="دلة")
    make_shelved_offer(product=product, price_minor=200)
    return make_shelved_offer(seller_id=resting, product=product, price_minor=100)


@pytest.fixture
def alone(resting):
    return make_shelved_offer(seller_id=resting, product=make_product(name_ar="فنجان"))


def rests(seller_id, first: int = 0, last: int = 7) -> None:
    moment = now()
    days = Pause(moment + timedelta(days=first), moment + timedelta(days=last))
    pause_store(actor=seller_actor(seller_id), seller_id=seller_id, pause=days)
    hear()


def hear() -> None:
    while Relay().deliver_pending():
        pass


def shelf(seller_id):
    found = browse(Wish(seller_terms([seller_id])[seller_id].market_id))
    in_stock = sum(one.count for one in found.facets.get("in_stock", ()))
    return {card.product_id: card for card in found.page.items}, in_stock


def test_the_offer_that_can_be_bought_is_shown_and_the_rest_counts_as_gone(resting, cheap, alone):
    rests(resting)
    cards, in_stock = shelf(resting)
    assert in_stock == 1
    assert cards[cheap.product_id].price.minor == 200
    assert not cards[cheap.product_id].is_resting and cards[cheap.product_id].in_stock
    assert cards[alone.product_id].is_resting and not cards[alone.product_id].in_stock
    assert list(cards) == [cheap.product_id, alone.product_id]
    end_pause(actor=seller_actor(resting), seller_id=resting)
    hear()
    cards, in_stock = shelf(resting)
    assert in_stock == 2 and cards[cheap.product_id].price.minor == 100


def test_days_off_begin_and_end_on_shelves_by_themselves(resting, alone):
    rests(resting, first=3, last=9)
    assert shelf(resting)[1] == 1
    for passing, in_stock in ((4, 0), (6, 1)):
        let_days_pass(passing)
        assert turn_pauses(actor=SYSTEM) == 1
        hear()
        assert shelf(resting)[1] == in_stock

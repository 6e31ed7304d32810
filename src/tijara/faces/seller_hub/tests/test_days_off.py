"""A store on holiday: it says so, sells nothing, and opens again by itself."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tijara.domains.catalogue.queries import names_of
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.actions import turn_pauses
from tijara.domains.stores.queries import stores
from tijara.domains.stores.testing import let_days_pass
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now

pytestmark = pytest.mark.django_db(transaction=True)
SAME = {"sec-fetch-site": "same-origin"}
WORDS = {"words_ar": "نعود بعد العيد\nكل عام وأنتم بخير", "words_en": "Back after the feast"}


def day(ahead: int) -> str:
    return (timezone.localtime(now()) + timedelta(days=ahead)).date().isoformat()


def closes(shop, first: int = 0, last: int = 7, **given):
    told = {"from": day(first), "until": day(last)} | WORDS | given
    return shop.post("/hub/store/pause", **told)


def product_of(offer) -> str:
    return f"/p/{names_of([offer.product_id])[offer.product_id].slug}"


def test_its_goods_say_so_and_can_not_be_bought(shop, client):
    offer = make_shelved_offer(seller_id=shop.seller_id, price_minor=34900, units=5)
    picked = {"seller_id": offer.seller_id, "offer_id": offer.id, "quantity": "1"}
    client.post("/cart", picked | {"seen_minor": offer.price.minor}, headers=SAME)
    assert 'href="/checkout"' in client.get("/cart").content.decode()
    assert 'name="offer_id"' in client.get(product_of(offer)).content.decode()
    assert closes(shop).status_code == 303
    shown = client.get(product_of(offer)).content.decode()
    assert "نعود بعد العيد" in shown and 'name="offer_id"' not in shown
    assert "Back after the feast" in client.get(f"/en{product_of(offer)}").content.decode()
    window = client.get(f"/s/{stores([shop.seller_id])[shop.seller_id].slug}").content.decode()
    assert "نعود بعد العيد" in window and product_of(offer) in window
    assert "المتجر في إجازة" in window.split("<article")[1] and 'class="btn only add"' not in window
    cart = client.get("/cart").content.decode()
    assert "المتجر في إجازة" in cart and 'href="/checkout"' not in cart
    assert client.get("/checkout").status_code == 303
    shop.post("/hub/store/reopening")
    assert 'href="/checkout"' in client.get("/cart").content.decode()
    assert 'name="offer_id"' in client.get(product_of(offer)).content.decode()


def test_it_opens_again_by_itself(shop):
    closes(shop)
    assert stores([shop.seller_id])[shop.seller_id].is_paused and turn_pauses(actor=SYSTEM) == 0
    let_days_pass(8)
    assert not stores([shop.seller_id])[shop.seller_id].is_paused
    assert turn_pauses(actor=SYSTEM) == 1 and turn_pauses(actor=SYSTEM) == 0
    assert stores([shop.seller_id])[shop.seller_id].pause is None


def test_days_that_are_to_come_begin_by_themselves_and_can_be_given_up(shop):
    closes(shop, first=3)
    assert not stores([shop.seller_id])[shop.seller_id].is_paused
    assert turn_pauses(actor=SYSTEM) == 0
    let_days_pass(4)
    assert turn_pauses(actor=SYSTEM) == 1
    assert "/hub/store/pause" in shop.read("/hub/").split("<main")[1]
    shop.post("/hub/store/reopening")
    assert stores([shop.seller_id])[shop.seller_id].pause is None


@pytest.mark.parametrize(
    "given",
    [
        {"until": ""},
        {"until": "yesterday"},
        {"first": 5, "last": 2},
        {"first": -9, "last": -2},
        {"last": 200},
        {"words_ar": "ك" * 301},
    ],
)
def test_days_that_can_not_be_meant_are_refused_and_nothing_typed_is_lost(shop, given):
    answer = closes(shop, **given)
    assert answer.status_code == 422 and "Back after the feast" in answer.content.decode()
    assert stores([shop.seller_id])[shop.seller_id].pause is None

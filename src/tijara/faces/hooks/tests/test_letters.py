"""A reader's mail program stops letters by one press, without a cookie or a page of ours."""

import pytest
from django.test import Client

from tijara.domains.awaiting.queries import await_token
from tijara.domains.awaiting.queries import is_silent as awaits_nothing
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.queries import order_link_token
from tijara.domains.parties.testing import buyer_actor
from tijara.domains.reviews.queries import is_silent
from tijara.domains.reviews.testing import make_received_order
from tijara.domains.search.actions import drop_search, keep_search
from tijara.domains.search.queries import saved_search, search_link_token
from tijara.domains.search.shapes import Rhythm, SearchToKeep, Wish
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db(transaction=True)
PRESS = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def program():
    """No browser: it sends neither Origin nor Sec-Fetch-Site, and keeps no cookie."""
    return Client()


@pytest.fixture
def kept():
    market, buyer_id, search_id = make_market(), new_id(), new_id()
    wish = Wish(market.id, "دلة")
    told = SearchToKeep("دلال", "/search?q=دلة", wish, "ar", Rhythm.DAILY)
    keep_search(actor=buyer_actor(buyer_id), buyer_id=buyer_id, search_id=search_id, told=told)
    return buyer_id, search_id


def test_a_press_stops_the_letters_of_one_search_and_keeps_it(program, kept):
    address = f"/hooks/letters/searches/{search_link_token(*kept)}"
    looked = program.get(address)
    assert (looked.status_code, looked["Location"]) == (
        302,
        f"/searches/letters/{search_link_token(*kept)}",
    )
    assert program.post(address, {"a": "b"}).status_code == 400
    assert saved_search(*kept).rhythm is Rhythm.DAILY, "neither was a press"
    assert program.post(address, PRESS).status_code == 204
    assert program.post(address, PRESS).status_code == 204, "pressed twice is pressed"
    assert saved_search(*kept).rhythm is Rhythm.NEVER


def test_a_press_for_a_search_that_is_gone_is_no_failure(program, kept):
    buyer_id, search_id = kept
    address = f"/hooks/letters/searches/{search_link_token(*kept)}"
    drop_search(actor=buyer_actor(buyer_id), buyer_id=buyer_id, search_id=search_id)
    assert program.post(address, PRESS).status_code == 204
    assert program.get(address).status_code == 404


def test_a_press_stops_the_questions_for_reviews(program):
    order = make_received_order()
    token = order_link_token(order.seller_id, order.id)
    address = f"/hooks/letters/reviews/{token}"
    assert program.get(address)["Location"].endswith(f"/orders/{token}/reviews")
    assert program.post(address, {}).status_code == 400
    assert not is_silent(order.buyer_id)
    assert program.post(address, PRESS).status_code == 204
    assert is_silent(order.buyer_id)


def test_a_press_stops_the_letters_about_goods_that_are_back(program):
    market, owner = make_market(), new_id()
    token = await_token(owner, market.id)
    address = f"/hooks/letters/awaited/{token}"
    assert program.get(address)["Location"] == f"/awaited/letters/{token}"
    assert program.post(address, {}).status_code == 400 and not awaits_nothing(owner)
    for _ in range(2):
        assert program.post(address, PRESS).status_code == 204
    assert awaits_nothing(owner)


@pytest.mark.parametrize("what", ["searches", "reviews", "awaited"])
@pytest.mark.parametrize("token", ["x", "%00", "a" * 900])
def test_an_address_that_we_did_not_write_stops_nothing(program, what, token):
    for answer in (program.get, program.post):
        assert answer(f"/hooks/letters/{what}/{token}").status_code == 404

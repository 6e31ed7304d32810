"""Counting stock and changing prices at the hub."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from tijara.domains.inventory.actions import hold_stock
from tijara.domains.inventory.queries import movements, stock_levels
from tijara.domains.inventory.shapes import HoldRequest
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferKey
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db(transaction=True)


def on_hand(shop, offer) -> int:
    return stock_levels(shop.seller_id, [offer.stock_id])[offer.stock_id].on_hand


def price_of(shop, offer) -> int:
    [card] = offers([OfferKey(shop.seller_id, offer.id)]).values()
    return card.price.minor


def count(shop, offer, units, key=None):
    path = f"/hub/stock/{offer.stock_id}/count"
    return shop.post(path, on_hand=units, key=key or new_id())


def reprice(shop, offer, price, version=None, was=""):
    version = offer.version if version is None else version
    path = f"/hub/offers/{offer.id}/price"
    return shop.post(path, price=price, version=version, was=was)


@pytest.mark.parametrize(("typed", "units"), [("12", 12), ("١٢", 12), (" 1,200 ", 1200), ("0", 0)])
def test_stock_becomes_what_was_counted(shop, typed, units):
    offer = shop.offer(units=5)
    assert count(shop, offer, typed).status_code == 303
    assert on_hand(shop, offer) == units


@pytest.mark.parametrize("typed", ["", "many", "-3", "1.5", "1e3", "9" * 40, "12٫5", "1 2x"])
def test_what_is_no_number_is_asked_again_and_stays_typed(shop, typed):
    offer = shop.offer(units=5)
    answer = count(shop, offer, typed)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    assert on_hand(shop, offer) == 5


def test_a_form_sent_twice_counts_once(shop):
    """Sold in between: the second sending must not undo the sale."""
    offer, key = shop.offer(units=5), new_id()
    count(shop, offer, 9, key)
    shop.sale(offer)
    count(shop, offer, 9, key)
    assert on_hand(shop, offer) == 7


def test_what_buyers_hold_can_not_be_counted_away(shop):
    offer = shop.offer(units=5)
    hold_stock(
        actor=SYSTEM,
        seller_id=shop.seller_id,
        checkout_id=new_id(),
        requests=[HoldRequest(offer.stock_id, 3)],
        minutes=15,
    )
    answer = count(shop, offer, 2)
    assert answer.status_code == 422
    assert "محجوز الآن" in answer.content.decode()
    assert on_hand(shop, offer) == 5


def test_a_count_without_our_form_is_refused(shop):
    offer = shop.offer()
    answer = shop.post(f"/hub/stock/{offer.stock_id}/count", on_hand="7", key="nonsense")
    assert answer.status_code == 404


def test_every_unit_is_told(shop):
    offer = shop.offer(units=5)
    placed = shop.sale(offer)
    count(shop, offer, 10)
    told = [line.quantity for line in movements(shop.seller_id, offer.stock_id, 10)]
    assert told == [7, -2, 5]
    shown = shop.read(f"/hub/stock/{offer.stock_id}/movements")
    assert f"/hub/orders/{placed.order_id}" in shown
    assert "+7" in shown and "-2" in shown


@pytest.mark.parametrize(
    ("typed", "minor"), [("49.5", 4950), ("٤٩٫٥٠", 4950), ("1,250", 125000), ("0.05", 5)]
)
def test_a_price_is_changed(shop, typed, minor):
    offer = shop.offer(34900)
    assert reprice(shop, offer, typed).status_code == 303
    assert price_of(shop, offer) == minor


def test_a_price_that_rises_over_the_old_one_is_no_reduction_any_more(shop):
    offer = shop.offer(34900)
    reprice(shop, offer, "300", was="349")
    assert reprice(shop, offer, "360", version=offer.version + 1, was="349").status_code == 303
    [card] = offers([OfferKey(shop.seller_id, offer.id)]).values()
    assert (card.price.minor, card.was) == (36000, None)


@pytest.mark.parametrize("typed", ["", "free", "-5", "49,50", "49.505", "1.2.3", "9" * 20])
def test_what_is_no_amount_changes_nothing_and_stays_typed(shop, typed):
    offer = shop.offer(34900)
    answer = reprice(shop, offer, typed)
    assert answer.status_code == 422
    assert price_of(shop, offer) == 34900


def test_two_people_changing_one_price_do_not_overwrite_each_other(shop):
    offer = shop.offer(34900)
    reprice(shop, offer, "300")
    late = reprice(shop, offer, "250")
    assert late.status_code == 422
    assert "غيّر أحدهم هذا السعر" in late.content.decode()
    assert price_of(shop, offer) == 30000


def test_of_two_at_once_one_wins(shop):
    offer = shop.offer(34900)
    cookies = shop.browser.cookies

    def change(price: str) -> int:
        browser = Client(headers={"sec-fetch-site": "same-origin"})
        browser.cookies = cookies
        given = {"price": price, "version": offer.version}
        try:
            return browser.post(f"/hub/offers/{offer.id}/price", given).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(change, ["300", "250"])) == [303, 422]


def test_search_and_the_list_of_what_runs_out(shop):
    few, many = shop.offer(units=1), shop.offer(units=50)
    running_out = shop.read("/hub/stock?low=1")
    assert str(few.stock_id) in running_out
    assert str(many.stock_id) not in running_out
    assert "لا منتج يطابق بحثك" in shop.read("/hub/stock?q=zzzz%25_")


def test_a_change_leads_back_to_the_same_list(shop):
    offer = shop.offer(units=1)
    path = f"/hub/stock/{offer.stock_id}/count?low=1&q=x"
    answer = shop.post(path, on_hand="2", key=new_id())
    assert answer["Location"].startswith("/hub/stock?low=1&q=x")

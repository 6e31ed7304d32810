"""Counting stock and changing prices at the hub."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from tijara.domains.awaiting.actions import await_goods
from tijara.domains.awaiting.queries import mailbox_of
from tijara.domains.awaiting.shapes import Wanted
from tijara.domains.inventory.actions import hold_stock
from tijara.domains.inventory.queries import movements, stock_levels
from tijara.domains.inventory.shapes import HoldRequest
from tijara.domains.offers.actions import change_price
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferKey
from tijara.domains.parties.queries import markets_of
from tijara.domains.parties.testing import buyer_actor
from tijara.kit import recent
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money

pytestmark = pytest.mark.django_db(transaction=True)


def on_hand(shop, offer) -> int:
    return stock_levels(shop.seller_id, [offer.stock_id])[offer.stock_id].on_hand


def price_of(shop, offer) -> int:
    [card] = offers([OfferKey(shop.seller_id, offer.id)]).values()
    return card.price.minor


def write(shop, query="", **cells):
    """The form of the list with these cells changed."""
    return shop.post(f"/hub/stock{query}", **({"key": new_id()} | cells))


def count(shop, offer, units, key=None, seen=5):
    cells = {f"units_{offer.stock_id}": units, f"seen_{offer.stock_id}": seen}
    return write(shop, key=key or new_id(), **cells)


def price_cells(offer, price, version=None):
    version = offer.version if version is None else version
    kept = offer.price.to_decimal_string()
    return {
        f"price_{offer.id}": price,
        f"kept_{offer.id}": kept,
        f"version_{offer.id}": version,
    }


def reprice(shop, offer, price, version=None):
    return write(shop, **price_cells(offer, price, version))


def told(shop, **cells):
    """What a script is answered that sends single cells."""
    given = {"key": str(new_id())} | cells
    answer = shop.browser.post("/hub/stock", given, headers={"Accept": "application/json"})
    assert answer.status_code == 200, answer.content
    return answer.json()["cells"]


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
    assert count(shop, offer, "7", key="nonsense").status_code == 404
    assert write(shop, units_nonsense="7").status_code == 404


def test_every_unit_is_told(shop):
    offer = shop.offer(units=5)
    placed = shop.sale(offer)
    count(shop, offer, 10, seen=3)
    moved = [line.quantity for line in movements(shop.seller_id, offer.stock_id, 10)]
    assert moved == [7, -2, 5]
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
    change_price(
        actor=SYSTEM,
        seller_id=shop.seller_id,
        offer_id=offer.id,
        price=Money(30000, "SAR"),
        was=Money(34900, "SAR"),
        version=offer.version,
    )
    assert reprice(shop, offer, "320", version=offer.version + 1).status_code == 303
    [card] = offers([OfferKey(shop.seller_id, offer.id)]).values()
    assert (card.price.minor, card.was) == (32000, Money(34900, "SAR"))
    assert reprice(shop, offer, "360", version=offer.version + 2).status_code == 303
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
        given = {"key": new_id()} | price_cells(offer, price)
        try:
            return browser.post("/hub/stock", given).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(change, ["300", "250"])) == [303, 422]


def test_search_and_the_list_of_what_runs_out(shop):
    few, many = shop.offer(units=1), shop.offer(units=50)
    running_out = shop.read("/hub/stock?show=low")
    assert str(few.stock_id) in running_out
    assert str(many.stock_id) not in running_out
    assert "لا منتج يطابق بحثك" in shop.read("/hub/stock?q=zzzz%25_")


def test_a_change_leads_back_to_the_same_list(shop):
    offer = shop.offer(units=1)
    cells = {f"units_{offer.stock_id}": "2", f"seen_{offer.stock_id}": "1"}
    answer = write(shop, "?show=low&q=x", **cells)
    assert answer["Location"] == "/hub/stock?show=low&q=x"


def test_one_form_saves_what_is_right_and_says_what_is_not(shop):
    right, wrong, same = shop.offer(units=5), shop.offer(units=5), shop.offer(units=5)
    cells = {
        f"units_{right.stock_id}": "9",
        f"seen_{right.stock_id}": "5",
        f"units_{wrong.stock_id}": "some",
        f"seen_{wrong.stock_id}": "5",
        f"units_{same.stock_id}": "5",
        f"seen_{same.stock_id}": "5",
    }
    answer = write(shop, **cells, **price_cells(right, "12"), **price_cells(wrong, "0.001"))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert shown.count('aria-invalid="true"') == 2 and 'value="some"' in shown
    assert on_hand(shop, right) == 9 and price_of(shop, right) == 1200
    assert on_hand(shop, wrong) == 5 and price_of(shop, wrong) == 34900
    assert len(movements(shop.seller_id, same.stock_id, 10)) == 1


def test_a_count_over_a_sale_is_asked_again_and_then_holds(shop):
    offer = shop.offer(units=5)
    shop.sale(offer)
    answer = count(shop, offer, 8)
    assert answer.status_code == 422 and "صار 3" in answer.content.decode()
    assert on_hand(shop, offer) == 3
    assert f'name="seen_{offer.stock_id}" value="3"' in answer.content.decode()
    count(shop, offer, 8, seen=3)
    assert on_hand(shop, offer) == 8


def test_a_script_is_told_how_each_cell_stands(shop):
    offer = shop.offer(units=5)
    units, price = f"units_{offer.stock_id}", f"price_{offer.id}"
    seen = {f"seen_{offer.stock_id}": 5}
    assert told(shop, **{units: "١٢"}, **seen)[units] == {
        "value": "12",
        "free": 12,
        "low": False,
        "error": "",
    }
    late = told(shop, **{units: "7"}, **seen)[units]
    assert late["value"] == "12" and "صار 12" in late["error"]
    changed = told(shop, **price_cells(offer, "99.5"))[price]
    assert changed == {"value": "99.50", "version": offer.version + 1, "error": ""}
    refused = told(shop, **price_cells(offer, "1"))[price]
    assert refused["error"] and refused["value"] == "99.50"
    assert told(shop, **price_cells(offer, "nine", offer.version + 1))[price]["error"]


def test_a_row_that_is_gone_is_told_at_its_cell_and_the_others_are_saved(shop):
    """Its page was open when the offer went."""
    offer, gone = shop.offer(units=5), new_id()
    units, price = f"units_{gone}", f"price_{gone}"
    cells = {units: "4", f"seen_{gone}": "5", price: "12", f"version_{gone}": "1"}
    cells |= {f"units_{offer.stock_id}": "9", f"seen_{offer.stock_id}": "5"}
    answers = told(shop, **cells)
    assert answers[units]["error"] and answers[price]["error"]
    assert not answers[f"units_{offer.stock_id}"]["error"] and on_hand(shop, offer) == 9
    shown = write(shop, **cells)
    assert shown.status_code == 422 and "لا يوجد هذا الصنف في مخزونك" in shown.content.decode()


def test_offers_are_hidden_and_shown_many_at_once(shop):
    first, second, third = (shop.offer() for _ in range(3))
    ids = [str(first.id), str(second.id), "nonsense"]
    for act, where, there in (("hide", "hidden", True), ("show", "hidden", False)):
        answer = shop.browser.post("/hub/stock", {"key": new_id(), "act": act, "offer": ids})
        assert answer["Location"] == "/hub/stock"
        shown = shop.read(f"/hub/stock?show={where}")
        assert (str(first.stock_id) in shown) is there
        assert str(third.stock_id) not in shown


def test_another_stores_shelf_is_left_alone(open_shop):
    mine, other = open_shop(), open_shop(name_ar="متجر الجار")
    offer = other.offer(units=5)
    assert count(mine, offer, 9).status_code == 422
    assert reprice(mine, offer, "1").status_code == 422
    mine.browser.post("/hub/stock", {"key": new_id(), "act": "hide", "offer": str(offer.id)})
    assert on_hand(other, offer) == 5 and price_of(other, offer) == 34900
    [card] = offers([OfferKey(other.seller_id, offer.id)]).values()
    assert card.is_active


def test_the_list_is_a_file_too(shop):
    shop.offer(units=5)
    answer = shop.browser.get("/hub/stock/stock.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 2 and ",5,0,5,349.00," in lines[1]


def test_columns_are_chosen_and_remembered(shop):
    shop.offer()
    assert 'scope="col" class="n">محجوز' in shop.read("/hub/stock")
    answer = shop.browser.post("/hub/columns/stock?show=low", {"column": ["sku", "x"]})
    assert answer["Location"] == "/hub/stock?show=low"
    assert 'scope="col" class="n">محجوز' not in shop.read("/hub/stock")
    assert shop.browser.post("/hub/columns/people").status_code == 404
    shop.browser.cookies["columns_stock"] = "rubbish-" * 40
    shop.read("/hub/stock")


def test_the_list_says_how_many_wait_and_never_who(shop):
    offer = shop.offer(units=0)
    owner, email = mailbox_of("waits@example.com") or (None, "")
    market_id = markets_of([shop.seller_id])[shop.seller_id]
    assert "ينتظره" not in shop.read("/hub/stock")
    wanted = Wanted(market_id, offer.variant_id, "ar", email)
    await_goods(actor=buyer_actor(owner), buyer_id=owner, wanted=wanted)
    recent.forget_all()
    page = shop.read("/hub/stock")
    assert "شخص واحد ينتظره" in page and email not in page

"""Handling orders at the hub."""

import pytest

from tijara.domains.fulfilment.queries import shipments
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.orders.queries import order
from tijara.domains.orders.shapes import DeliveryAddress, OrderState

pytestmark = pytest.mark.django_db(transaction=True)


def state_of(shop, placed) -> OrderState:
    return order(shop.seller_id, placed.order_id).state


def path_of(placed, act: str = "") -> str:
    return f"/hub/orders/{placed.order_id}{act}"


def parcel_path(shop, placed, act: str = "") -> str:
    parcel = shipments(shop.seller_id, [placed.order_id])[placed.order_id][-1]
    return f"/hub/parcels/{parcel.id}{act}"


def ship(shop, placed):
    shop.post(path_of(placed, "/confirmation"))
    return shop.post(path_of(placed, "/shipment"), carrier="سمسا", tracking_number="SM123")


def test_an_order_goes_from_new_to_delivered_and_the_seller_is_owed_his_share(shop):
    placed = shop.sale()
    assert "أكّد الطلب" in shop.read(path_of(placed))
    shop.post(path_of(placed, "/confirmation"))
    assert state_of(shop, placed) is OrderState.CONFIRMED
    ship(shop, placed)
    shown = shop.read(path_of(placed))
    assert "سمسا" in shown and "SM123" in shown
    assert "هل سُلّم الطلب؟" in shop.read(parcel_path(shop, placed, "/delivery"))
    shop.post(parcel_path(shop, placed, "/delivery"))
    assert state_of(shop, placed) is OrderState.DELIVERED
    assert balances(shop.seller_id)[Account.SELLER_PAYABLE] == -(69800 - 6980 - 1047)
    assert "617" in shop.read(path_of(placed))


def test_an_order_that_was_not_accepted_comes_back_to_stock(shop):
    offer = shop.offer(units=5)
    placed = shop.sale(offer)
    ship(shop, placed)
    assert stock_levels(shop.seller_id, [offer.stock_id])[offer.stock_id].on_hand == 3
    shop.post(parcel_path(shop, placed, "/refusal"))
    assert state_of(shop, placed) is OrderState.REFUSED
    assert stock_levels(shop.seller_id, [offer.stock_id])[offer.stock_id].on_hand == 5
    assert "لم يتمّ البيع" in shop.read(path_of(placed))


def test_a_cancellation_needs_a_reason_and_keeps_the_order_until_it_has_one(shop):
    placed = shop.sale()
    for reason in ("", "because", "too_slow"):
        answer = shop.post(path_of(placed, "/cancellation"), reason=reason)
        assert answer.status_code == 422
    assert state_of(shop, placed) is OrderState.PLACED
    shop.post(path_of(placed, "/cancellation"), reason="out_of_stock")
    assert state_of(shop, placed) is OrderState.CANCELLED
    assert "نفدت الكمية" in shop.read(path_of(placed))


def test_a_button_pressed_twice_acts_once_and_says_so_kindly(shop):
    placed = shop.sale()
    first = shop.post(path_of(placed, "/confirmation"))
    second = shop.post(path_of(placed, "/confirmation"))
    assert first.status_code == second.status_code == 303
    assert "تغيّرت حال الطلب" in shop.read(path_of(placed))
    assert len(order(shop.seller_id, placed.order_id).steps) == 2


@pytest.mark.parametrize("act", ["/shipment", "/packing", "/rest"])
def test_no_step_can_be_skipped(shop, act):
    placed = shop.sale(quantity=1)
    shop.post(path_of(placed, act), carrier="سمسا")
    assert state_of(shop, placed) is OrderState.PLACED


@pytest.mark.parametrize("act", ["/delivery", "/refusal", "/tracking"])
def test_a_parcel_ends_once(shop, act):
    placed = shop.sale()
    ship(shop, placed)
    shop.post(parcel_path(shop, placed, "/delivery"))
    path = parcel_path(shop, placed, act)
    assert shop.browser.get(path)["Location"] == path_of(placed)
    assert shop.post(path, carrier="أرامكس")["Location"] == path_of(placed)
    assert state_of(shop, placed) is OrderState.DELIVERED


def test_what_was_typed_stays_when_the_carrier_is_missing(shop):
    placed = shop.sale()
    shop.post(path_of(placed, "/confirmation"))
    answer = shop.post(path_of(placed, "/shipment"), carrier="  ", tracking_number="KEEP-77")
    assert answer.status_code == 422
    assert "KEEP-77" in answer.content.decode()
    assert 'aria-invalid="true"' in answer.content.decode()
    assert state_of(shop, placed) is OrderState.CONFIRMED


def test_orders_are_found_by_number_name_and_phone(shop):
    placed = shop.sale()
    for text in (placed.number, placed.number[:5].lower(), "السبيعي", "1234567"):
        assert placed.number in shop.read(f"/hub/orders?q={text}"), text
    assert "لا طلب يطابق بحثك" in shop.read("/hub/orders?q=nobody")


def test_tabs_show_each_state_with_its_count(shop):
    confirmed, placed = shop.sale(), shop.sale()
    shop.post(path_of(confirmed, "/confirmation"))
    shown = shop.read("/hub/orders?state=confirmed")
    assert confirmed.number in shown
    assert placed.number not in shown
    assert shop.read("/hub/orders?state=nonsense").count("<tr>") == 3


@pytest.mark.parametrize("page", ["0", "-3", "x", "٣", "9" * 50, "99999"])
def test_any_page_number_is_answered(shop, page):
    shop.read(f"/hub/orders?page={page}")
    shop.read(f"/hub/stock?page={page}")


def test_a_name_is_shown_as_text(shop):
    address = DeliveryAddress(recipient="<b>نورة</b>", phone="+966551234567", city="sa-riyadh")
    placed = shop.sale(address=address)
    for path in ("/hub/", "/hub/orders", path_of(placed)):
        assert "<b>نورة</b>" not in shop.read(path)


def test_lists_ask_the_database_few_times(shop, django_assert_max_num_queries):
    """Session, person, membership and terms; then at most five of the page's own."""
    for _ in range(3):
        shop.sale()
    for path in ("/hub/", "/hub/orders", "/hub/stock"):
        shop.read(path)
        with django_assert_max_num_queries(4 + 5):
            shop.read(path)


def test_today_says_what_waits(shop):
    shop.sale()
    shown = shop.read("/hub/")
    assert "طلب للتأكيد" in shown
    assert "698.00" in shown


def test_a_store_that_is_owed_nothing_reads_nothing_owed(shop):
    """A zero is an answer; an empty place is none."""
    assert shop.read("/hub/").count('class="v"><data class="price"') == 2

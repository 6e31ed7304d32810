"""Handling orders at the hub."""

from datetime import timedelta

import pytest

from tijara.domains.fulfilment.queries import shipments
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.orders.queries import order
from tijara.domains.orders.shapes import DeliveryAddress, OrderState
from tijara.kit import clock

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


def test_views_show_their_orders_with_their_count(shop):
    confirmed, placed = shop.sale(), shop.sale()
    shop.post(path_of(confirmed, "/confirmation"))
    shown = shop.read("/hub/orders?view=ship")
    assert confirmed.number in shown
    assert placed.number not in shown
    assert shop.read("/hub/orders?view=nonsense&sort=x&pay=y&from=z").count("<tr>") == 3


@pytest.mark.parametrize("start", ["", "/en", "/fr"])
def test_what_is_done_to_many_is_sent_to_an_address_of_the_same_language(shop, start):
    shop.sale()
    shown = shop.read(f"{start}/hub/orders?view=new")
    for path in ("orders/batch", "orders/slips", "columns/orders"):
        assert f'action="{start}/hub/{path}?view=new"' in shown


def test_orders_are_narrowed_by_payment_days_and_lateness(shop):
    today = clock.now().date()
    cash = shop.sale(promised_to=today - timedelta(days=3))
    card = shop.sale(payment_method="card", promised_to=today + timedelta(days=3))
    for query, there in (
        ("pay=card", {card.number}),
        ("view=late", {cash.number}),
        (
            f"from={today - timedelta(days=1)}&to={today + timedelta(days=1)}",
            {cash.number, card.number},
        ),
        (f"to={today - timedelta(days=2)}", set()),
        ("from=9999-12-31&to=0001-01-01", {cash.number, card.number}),
    ):
        shown = shop.read(f"/hub/orders?{query}")
        assert {each.number for each in (cash, card) if each.number in shown} == there, query


def test_orders_are_sorted(shop):
    today = clock.now().date()
    late = shop.sale(promised_to=today + timedelta(days=9))
    soon = shop.sale(promised_to=today + timedelta(days=2))
    never = shop.sale()
    for view, sort, order_of in (
        ("", "", (never, soon, late)),
        ("new", "", (never, soon, late)),
        ("", "oldest", (late, soon, never)),
        ("new", "oldest", (late, soon, never)),
        ("new", "due", (soon, late, never)),
    ):
        shown = shop.read(f"/hub/orders?view={view}&sort={sort}")
        places = [shown.index(each.number) for each in order_of]
        assert places == sorted(places), (sort, view)


def test_the_promised_day_is_an_order_only_of_what_is_still_to_come(shop):
    shop.sale(promised_to=clock.now().date())
    for view in ("new", "ship", "way", "late"):
        assert '<option value="due"' in shop.read(f"/hub/orders?view={view}"), view
    for view in ("", "done", "ended"):
        assert '<option value="due"' not in shop.read(f"/hub/orders?view={view}&sort=due"), view
        assert '<option value="due"' not in shop.read(f"/hub/orders?view={view}"), view


def test_a_list_is_a_file_too(shop):
    first, second = shop.sale(), shop.sale()
    shop.post(path_of(first, "/confirmation"))
    answer = shop.browser.get("/hub/orders/orders.csv?view=new")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 2 and second.number in lines[1] and ",698.00,SAR" in lines[1]
    ticked = {"order": str(first.order_id)}
    told = shop.browser.post("/hub/orders/orders.csv", ticked).content.decode()
    assert first.number in told and second.number not in told
    assert len(shop.browser.post("/hub/orders/orders.csv").content.splitlines()) == 1


def test_one_search_finds_orders_and_products(shop):
    placed = shop.sale()
    found = shop.read(f"/hub/find?q={placed.number[:6]}")
    assert f"/hub/orders/{placed.order_id}" in found
    assert "لا شيء يطابق" in shop.read("/hub/find?q=%3Cb%3Exyz")
    assert "<b>xyz" not in shop.read("/hub/find?q=%3Cb%3Exyz")
    shop.read("/hub/find")


@pytest.mark.parametrize("page", ["0", "-3", "x", "٣", "9" * 50, "99999"])
def test_any_page_number_is_answered(shop, page):
    shop.read(f"/hub/orders?page={page}")
    shop.read(f"/hub/stock?page={page}")


def test_a_name_is_shown_as_text(shop):
    address = DeliveryAddress(recipient="<b>نورة</b>", phone="+966551234567", city="sa-riyadh")
    placed = shop.sale(address=address)
    for path in ("/hub/", "/hub/orders", path_of(placed)):
        assert "<b>نورة</b>" not in shop.read(path)


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("/hub/", 14),
        ("/hub/orders", 5),
        ("/hub/stock", 5),
        ("/hub/money", 15),
        ("/hub/find?q=د", 4),
    ],
)
def test_lists_ask_the_database_few_times(shop, django_assert_max_num_queries, path, own):
    """Session, person, membership and terms; then the page's own, however many rows it has."""
    for _ in range(3):
        shop.sale()
    shop.read(path)
    with django_assert_max_num_queries(4 + own):
        shop.read(path)


def test_today_says_what_waits_and_how_sales_go(shop):
    today = clock.now().date()
    shop.sale(promised_to=today - timedelta(days=2))
    shown = shop.read("/hub/")
    assert "طلب للتأكيد" in shown and "طلب فات موعده" in shown
    assert shown.index("طلب فات موعده") < shown.index("طلب للتأكيد")
    assert "698.00" in shown and "من طلب واحد" in shown


def test_a_new_store_is_led_to_its_first_order(shop):
    shown = shop.read("/hub/")
    assert "طريقك إلى أول طلب" in shown and "/hub/products/new" in shown
    shop.sale()
    assert "طريقك إلى أول طلب" not in shop.read("/hub/")


def test_a_store_that_is_owed_nothing_reads_nothing_owed(shop):
    """A zero is an answer; an empty place is none."""
    shop.sale()
    assert '<span class="k">مستحق لك</span><span class="v"><data class="price"' in shop.read(
        "/hub/"
    )

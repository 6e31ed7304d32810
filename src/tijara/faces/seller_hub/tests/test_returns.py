"""The store's returns at its desk: decided, received, inspected and settled by forms alone."""

import pytest

from tijara.domains.markets.queries import working_days, zone_of
from tijara.domains.orders.queries import order as find_order
from tijara.domains.parties.shapes import Role
from tijara.domains.returns.queries import owed_of_orders
from tijara.domains.returns.shapes import ReturnState as S
from tijara.domains.returns.shapes import Wish
from tijara.domains.returns.testing import make_paid_order, make_return, seen_return
from tijara.faces.seller_hub.tests.test_money import shop_of
from tijara.kit.clock import now

pytestmark = pytest.mark.django_db(transaction=True)
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def order(shop):
    return make_paid_order(seller_id=shop.seller_id)


def post(shop, told, act, **given):
    return shop.post(f"/hub/returns/{told.id}/{act}", **given).status_code


def state(told):
    return seen_return(told.seller_id, told.id).state


def test_the_list_has_what_waits_and_the_rest_under_its_tabs(shop, order):
    told = make_return(order, state=S.APPROVED)
    assert told.number not in shop.read("/hub/returns")
    assert told.number in shop.read("/hub/returns?view=way")
    assert told.number in shop.read("/hub/returns?view=all")
    assert make_return(order).number in shop.read("/hub/returns?view=nonsense")


def test_from_the_request_to_the_money(shop, order):
    told, line = make_return(order, words=HOSTILE), order.lines[0]
    shown = shop.read(f"/hub/returns/{told.id}")
    assert HOSTILE not in shown and "&lt;script&gt;" in shown
    assert post(shop, told, "question") == 422
    assert (post(shop, told, "question", words="؟"), state(told)) == (303, S.ASKED)
    assert (post(shop, told, "approval"), state(told)) == (303, S.APPROVED)
    assert (post(shop, told, "approval"), state(told)) == (303, S.APPROVED)
    assert (post(shop, told, "receipt"), state(told)) == (303, S.RECEIVED)
    for good, shelf in (("2", "0"), ("1", "2"), ("x", "1"), ("", ""), ("0", "0")):
        looked = {f"good-{line.id}": good, f"shelf-{line.id}": shelf}
        assert (post(shop, told, "inspection", **looked), state(told)) == (422, S.RECEIVED)
    looked = {f"good-{line.id}": "١", f"shelf-{line.id}": "1"}
    assert (post(shop, told, "inspection", **looked), state(told)) == (303, S.INSPECTED)
    assert "115.00" in shop.read(f"/hub/returns/{told.id}")
    assert (post(shop, told, "refund", charges="on"), state(told)) == (303, S.REFUNDED)
    (owed,) = owed_of_orders(order.seller_id, [order.id])[order.id]
    assert owed.amount.minor == 13500


def test_an_exchange_becomes_an_order_of_its_own(shop, order):
    variant_id = order.lines[0].variant_id
    told = make_return(order, wish=Wish.EXCHANGE, variant_id=variant_id, state=S.INSPECTED)
    assert (post(shop, told, "exchange"), state(told)) == (303, S.EXCHANGED)
    seen = seen_return(told.seller_id, told.id)
    assert find_order(told.seller_id, seen.new_order_id).total.minor == 11500
    assert str(seen.new_order_id) in shop.read(f"/hub/returns/{told.id}")


def test_a_clerk_decides_and_does_not_pay(shop, order):
    told = make_return(order, state=S.INSPECTED)
    clerk = shop_of(shop.seller_id, Role.CLERK)
    assert f"/hub/returns/{told.id}/refund" not in clerk.read(f"/hub/returns/{told.id}")
    assert post(clerk, told, "refund") == 403
    assert state(told) is S.INSPECTED


def test_another_stores_return_is_unknown(shop):
    told = make_return(make_paid_order())
    assert shop.browser.get(f"/hub/returns/{told.id}").status_code == 404
    assert post(shop, told, "approval") == 404
    assert post(shop, told, "upholding") == 404


def test_its_fetching_is_arranged_at_the_desk(shop, order):
    told = make_return(order, state=S.APPROVED)
    day = working_days("SA").after(now().astimezone(zone_of("SA")).date(), 2)
    assert post(shop, told, "pickup", day=str(day)) == 422
    assert post(shop, told, "pickup", day="x", carrier="سمسا") == 422
    assert post(shop, told, "pickup", day=str(day), carrier=HOSTILE) == 303
    seen = seen_return(told.seller_id, told.id)
    assert (seen.pickup_day, seen.pickup_carrier) == (day, HOSTILE)
    assert HOSTILE not in shop.read(f"/hub/returns/{told.id}")
    assert post(shop, told, "receipt") == 303
    assert post(shop, told, "pickup", day=str(day), carrier="سمسا") == 303
    assert seen_return(told.seller_id, told.id).pickup_carrier == HOSTILE


def test_a_ready_text_calls_the_buyer_by_name_and_is_kept_without_it(shop, order):
    first, second = make_return(order), make_return(make_paid_order(seller_id=shop.seller_id))
    name = order.address.recipient
    asked = f"{name}، أرسل صورة للطلب {order.number}"
    assert post(shop, first, "question", words=asked, keep="on") == 303
    assert "{المشتري}، أرسل صورة للطلب {الطلب}" in shop.read("/hub/texts")
    other = find_order(second.seller_id, second.order_id)
    shown = shop.read(f"/hub/returns/{second.id}")
    assert f"{other.address.recipient}، أرسل صورة للطلب {other.number}" in shown

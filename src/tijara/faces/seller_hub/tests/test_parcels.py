"""Parcels at the hub: a part goes, a part is given up, many orders at once."""

from datetime import timedelta

import pytest

from tijara.domains.fulfilment.queries import shipments
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.orders.queries import order
from tijara.domains.orders.shapes import DeliveryAddress, OrderState
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.audits import run_proofs

pytestmark = pytest.mark.django_db(transaction=True)


def state_of(shop, placed) -> OrderState:
    return order(shop.seller_id, placed.order_id).state


def path_of(placed, act: str = "") -> str:
    return f"/hub/orders/{placed.order_id}{act}"


def confirmed(shop, **given):
    placed = shop.sale(**given)
    shop.post(path_of(placed, "/confirmation"))
    return placed


def field_of(shop, placed) -> str:
    return f"units-{order(shop.seller_id, placed.order_id).lines[0].id}"


def parcels(shop, placed) -> list:
    return shipments(shop.seller_id, [placed.order_id]).get(placed.order_id, [])


def test_a_part_goes_first_and_the_rest_after(shop):
    placed = confirmed(shop, quantity=3)
    field = field_of(shop, placed)
    assert field in shop.read(path_of(placed, "/shipment"))
    shop.post(path_of(placed, "/shipment"), carrier="سمسا", **{field: "٢"})
    assert [parcel.pieces for parcel in parcels(shop, placed)] == [2]
    assert state_of(shop, placed) is OrderState.CONFIRMED
    assert "اشحن الباقي" in shop.read(path_of(placed))
    shop.post(path_of(placed, "/shipment"), carrier="أرامكس")
    assert [parcel.pieces for parcel in parcels(shop, placed)] == [2, 1]
    assert state_of(shop, placed) is OrderState.SHIPPED
    assert [fault for proof in run_proofs() for fault in proof.faults] == []


@pytest.mark.parametrize("typed", ["9", "many", "-1", "1.5", "0", ""])
def test_units_that_are_not_left_do_not_go(shop, typed):
    placed = confirmed(shop)
    field, given = field_of(shop, placed), {"carrier": "سمسا", "tracking_number": "KEEP-1"}
    answer = shop.post(path_of(placed, "/shipment"), **given, **{field: typed})
    shown = answer.content.decode()
    assert answer.status_code == 422 and parcels(shop, placed) == []
    assert f'name="{field}" value="{typed}"' in shown and "KEEP-1" in shown
    assert ('aria-invalid="true"' in shown) is (typed not in ("0", ""))


def test_a_slip_is_said_at_its_line_and_the_other_lines_stay(shop):
    placed = confirmed(shop, quantity=3)
    field, path = field_of(shop, placed), path_of(placed, "/rest")
    answer = shop.post(path, reason="out_of_stock", **{field: "4"})
    assert answer.status_code == 422 and "لم يبقَ" in answer.content.decode()
    assert 'value="4"' in answer.content.decode()
    shown = shop.post(path, **{field: "2"}).content.decode()
    assert f'name="{field}" value="2"' in shown, "the reason was missing, the units stay"


def test_a_field_of_no_line_was_not_made_by_us(shop):
    placed = confirmed(shop)
    path = path_of(placed, "/shipment")
    assert shop.post(path, carrier="سمسا", **{"units-x": "1"}).status_code == 404
    answer = shop.post(path, carrier="سمسا", **{f"units-{new_id()}": "1"})
    assert answer.status_code == 303 and parcels(shop, placed) == []


def test_what_can_not_be_sent_is_given_up_with_a_reason(shop):
    offer = shop.offer(units=5)
    placed = confirmed(shop, offer=offer, quantity=3)
    path, field = path_of(placed, "/rest"), field_of(shop, placed)
    for given in ({field: "1"}, {"reason": "out_of_stock"}, {"reason": "x", field: "1"}):
        assert shop.post(path, **given).status_code == 422
    shop.post(path, reason="out_of_stock", **{field: "1"})
    assert stock_levels(shop.seller_id, [offer.stock_id])[offer.stock_id].on_hand == 3
    shown = shop.read(path_of(placed))
    assert "لن تُرسل" in shown and "نفدت الكمية" in shown
    assert state_of(shop, placed) is OrderState.CONFIRMED


def test_of_a_cash_order_the_courier_collects_what_is_not_given_up(shop):
    placed = confirmed(shop, offer=shop.offer(10000), quantity=3)
    whole = order(shop.seller_id, placed.order_id).total
    shop.post(path_of(placed, "/rest"), reason="out_of_stock", **{field_of(shop, placed): "2"})
    left = whole - Money(20000, whole.currency)
    shown = shop.read(path_of(placed))
    assert 'value="-200.00"' in shown and f'value="{left.to_decimal_string()}"' in shown


def test_nothing_is_packed_or_collected_of_a_cancelled_order(shop):
    placed = shop.sale()
    shop.post(path_of(placed, "/cancellation"), reason="out_of_stock")
    shown = shop.read(path_of(placed))
    assert "/slip" not in shown and "يُحصّل" not in shown and "لم يتمّ البيع" in shown


def test_a_tracking_number_is_corrected_and_what_was_typed_stays(shop):
    placed = confirmed(shop)
    shop.post(path_of(placed, "/shipment"), carrier="سمسا", tracking_number="WRONG")
    path = f"/hub/parcels/{parcels(shop, placed)[0].id}/tracking"
    assert "WRONG" in shop.read(path)
    answer = shop.post(path, carrier="", tracking_number="KEEP-1")
    assert answer.status_code == 422 and "KEEP-1" in answer.content.decode()
    shop.post(path, carrier="أرامكس", tracking_number="4410")
    assert "ShipmentNumber=4410" in shop.read(path_of(placed))


def test_the_packing_slip_has_what_to_pack_and_no_prices(shop):
    address = DeliveryAddress(recipient="<i>نورة</i>", phone="+966551234567", city="sa-riyadh")
    placed = confirmed(shop, address=address)
    shown = shop.read(path_of(placed, "/slip"))
    assert placed.number in shown and 'class="price' not in shown and "<i>نورة" not in shown


class TestMany:
    def press(self, shop, act, *placed, **given):
        ids = [str(one.order_id) for one in placed]
        return shop.browser.post("/hub/orders/batch?view=new", {"act": act, "order": ids} | given)

    def test_many_are_confirmed_packed_and_shipped(self, shop):
        sold = [shop.sale() for _ in range(3)]
        for act, state in (("confirm", "confirmed"), ("pack", "packed"), ("ship", "shipped")):
            answer = self.press(shop, act, *sold, carrier="سمسا")
            assert answer["Location"] == "/hub/orders?view=new"
            assert {state_of(shop, one) for one in sold} == {state}

    def test_one_that_fails_never_fails_the_others_and_is_named(self, shop):
        first, late, last = (shop.sale() for _ in range(3))
        shop.post(path_of(late, "/cancellation"), reason="out_of_stock")
        answer = self.press(shop, "confirm", first, late, last)
        assert state_of(shop, first) == state_of(shop, last) == "confirmed"
        shown = answer.content.decode()
        assert answer.status_code == 200 and "أُكّد طلبان" in shown
        left, done = shown.split('id="done"')
        assert late.number in left and "انتهى أمره" in left
        assert first.number in done and last.number in done
        again = self.press(shop, "confirm", first).content.decode()
        assert "تمّ ذلك من قبل" in again
        assert len(order(shop.seller_id, first.order_id).steps) == 2

    def test_all_of_a_view_at_once(self, shop):
        new = [shop.sale() for _ in range(3)]
        ready = confirmed(shop)
        self.press(shop, "confirm", all="1")
        assert {state_of(shop, one) for one in new} == {"confirmed"}
        answer = shop.browser.post(
            "/hub/orders/batch?view=ship", {"act": "ship", "all": "1", "carrier": "سمسا"}
        )
        assert answer["Location"] == "/hub/orders?view=ship"
        assert {state_of(shop, one) for one in (*new, ready)} == {"shipped"}

    @pytest.mark.parametrize(
        ("view", "act", "states"),
        [
            ("", "confirm", ["confirmed"] * 3),
            ("ship", "pack", ["placed", "packed", "packed"]),
            ("late", "confirm", ["confirmed"] * 3),
            ("late", "pack", ["placed", "packed", "packed"]),
        ],
    )
    def test_pressed_again_all_means_the_next(self, shop, monkeypatch, view, act, states):
        """What the act was done to before stays in the view, before the others."""
        promised = now().date() - timedelta(days=3)
        sold = [shop.sale(promised_to=promised) for _ in range(3)]
        if act == "pack":
            self.press(shop, "confirm", *sold[1:])
        for module in ("chosen_orders", "pages.batch"):
            monkeypatch.setattr(f"tijara.faces.seller_hub.{module}.MOST", 1)
        address = f"/hub/orders/batch?view={view}&sort=oldest"
        for _ in sold:
            shop.browser.post(address, {"act": act, "all": "1"})
        assert [state_of(shop, one) for one in sold] == states

    def test_the_slips_of_many_are_one_page(self, shop):
        placed = [confirmed(shop) for _ in range(2)]
        shown = shop.read("/hub/orders/slips?view=ship")
        assert shown.count('class="panel stack g5 slip"') == 2
        assert all(one.number in shown for one in placed)
        ticked = {"order": str(placed[0].order_id)}
        alone = shop.browser.post("/hub/orders/slips", ticked).content.decode()
        assert placed[0].number in alone and placed[1].number not in alone
        assert shop.browser.get("/hub/orders/slips?view=done").status_code == 303

    def test_another_sellers_order_is_left_alone(self, open_shop):
        mine, other = open_shop(), open_shop(name_ar="متجر الجار")
        placed, foreign = mine.sale(), other.sale()
        self.press(mine, "confirm", placed, foreign)
        assert state_of(mine, placed) == "confirmed" and state_of(other, foreign) == "placed"

    def test_nothing_ticked_or_no_carrier_changes_nothing(self, shop):
        placed = confirmed(shop)
        assert self.press(shop, "confirm").status_code == 303
        asked = self.press(shop, "ship", placed, carrier=" ")
        shown = asked.content.decode()
        assert asked.status_code == 422 and 'aria-invalid="true"' in shown
        assert f'name="order" value="{placed.order_id}"' in shown, "what was ticked stays"
        assert state_of(shop, placed) is OrderState.CONFIRMED
        again = {"act": "ship", "order": str(placed.order_id), "carrier": "سمسا"}
        assert shop.browser.post("/hub/orders/batch?view=new", again).status_code == 303
        assert state_of(shop, placed) is OrderState.SHIPPED
        assert self.press(shop, "delete", placed).status_code == 404
        bad = shop.browser.post("/hub/orders/batch", {"act": "pack", "order": "1; DROP"})
        assert bad.status_code == 404

"""A parcel that its carrier has lost, at the hub: recorded, sent once more, answered."""

import pytest

from tijara.domains.fulfilment.queries import losses_of_order, shipments
from tijara.domains.fulfilment.shapes import Ending, LossState
from tijara.domains.orders.queries import order
from tijara.domains.orders.shapes import OrderState

pytestmark = pytest.mark.django_db(transaction=True)
CLAIM = {"amount": "١٥٠", "basis": "البند 7", "claimant": "seller", "instead": "money"}


@pytest.fixture
def sent(shop):
    placed = shop.sale()
    for act, given in (("confirmation", {}), ("shipment", {"carrier": "الدرب"})):
        shop.post(f"/hub/orders/{placed.order_id}/{act}", **given)
    return placed


def parcel_of(shop, placed):
    (found,) = shipments(shop.seller_id, [placed.order_id])[placed.order_id]
    return found


def address(shop, placed) -> str:
    return f"/hub/parcels/{parcel_of(shop, placed).id}/loss"


def losses(shop, placed) -> list:
    return losses_of_order(shop.seller_id, placed.order_id)


def test_it_is_recorded_and_the_order_tells_of_it(shop, sent):
    assert address(shop, sent) in shop.read(f"/hub/orders/{sent.order_id}")
    assert "لمن العقد" in shop.read(address(shop, sent))
    assert shop.post(address(shop, sent), **CLAIM).status_code == 303
    assert parcel_of(shop, sent).outcome is Ending.LOST
    assert order(shop.seller_id, sent.order_id).state is OrderState.CANCELLED
    (told,) = losses(shop, sent)
    assert (told.amount.minor, told.basis) == (15000, "البند 7")
    page = shop.read(f"/hub/orders/{sent.order_id}")
    assert f"/hub/losses/{told.id}" in page
    assert shop.browser.get(address(shop, sent)).status_code == 303


def test_sent_once_more_it_stays_on_its_way(shop, sent):
    given = CLAIM | {"instead": "again", "carrier": "سمسا", "tracking_number": "77"}
    shop.post(address(shop, sent), **given)
    assert (parcel_of(shop, sent).is_open, parcel_of(shop, sent).carrier) == (True, "سمسا")


@pytest.mark.parametrize(
    "given", [{"amount": ""}, {"amount": "x"}, {"claimant": ""}, {"instead": "again"}]
)
def test_what_is_missing_is_said_and_what_was_typed_stays(shop, sent, given):
    answer = shop.post(address(shop, sent), **(CLAIM | given))
    assert answer.status_code == 422
    assert "البند 7" in answer.content.decode()
    assert parcel_of(shop, sent).is_open


def test_more_than_the_shelf_has_is_not_sent_once_more(shop):
    placed = shop.sale(shop.offer(units=3))
    shop.post(f"/hub/orders/{placed.order_id}/confirmation")
    shop.post(f"/hub/orders/{placed.order_id}/shipment", carrier="الدرب")
    given = CLAIM | {"instead": "again", "carrier": "سمسا"}
    assert shop.post(address(shop, placed), **given).status_code == 409
    assert losses(shop, placed) == []


def test_the_answer_of_ones_own_carrier_is_written_down_once(shop, sent):
    shop.post(address(shop, sent), **CLAIM)
    (told,) = losses(shop, sent)
    here = f"/hub/losses/{told.id}"
    assert shop.post(here, answer="refused").status_code == 422
    assert shop.post(here, answer="paid", paid="x").status_code == 422
    shop.post(here, answer="paid", paid="90")
    (told,) = losses(shop, sent)
    assert (told.state, told.paid.minor) == (LossState.PAID, 9000)
    assert shop.browser.get(here).status_code == 303


def test_the_markets_claims_are_not_the_shops_to_answer(shop, sent):
    shop.post(address(shop, sent), **(CLAIM | {"claimant": "market"}))
    (told,) = losses(shop, sent)
    shop.post(f"/hub/losses/{told.id}", answer="paid", paid="90")
    assert losses(shop, sent)[0].state is LossState.OPEN

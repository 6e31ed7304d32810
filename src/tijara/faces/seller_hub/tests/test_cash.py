"""Cash at the hub: where it is, whom to call, tries at the door, the buyer's code."""

from datetime import timedelta

import pytest

from tijara.domains.cash_terms.actions import set_cash_terms
from tijara.domains.cash_terms.shapes import CashTerms
from tijara.domains.fulfilment.queries import doors, shipments
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.queries import order
from tijara.domains.orders.shapes import OrderState
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.testing import make_paid_order
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db(transaction=True)


def sent(shop, **given):
    """A parcel of a cash order on its way."""
    placed = shop.sale(payment_method="cash_on_delivery", **given)
    path = f"/hub/orders/{placed.order_id}"
    shop.post(f"{path}/confirmation")
    shop.post(f"{path}/shipment", carrier="سمسا", tracking_number="29001")
    Relay().deliver_pending()
    (parcel,) = shipments(shop.seller_id, [placed.order_id])[placed.order_id]
    return order(shop.seller_id, placed.order_id), parcel


def door_of(shop, found, parcel):
    return doors(found, [parcel])[parcel.id]


def told(kind: str) -> list:
    return [one for one in recent_messages() if one.kind == kind]


def state_of(shop, found) -> OrderState:
    return order(shop.seller_id, found.id).state


def test_it_says_where_the_cash_is(shop):
    assert "/hub/orders" in shop.read("/hub/cash")
    found, parcel = sent(shop)
    assert found.number in shop.read("/hub/cash")
    shop.post(f"/hub/parcels/{parcel.id}/delivery")
    Relay().deliver_pending()
    assert found.number in shop.read("/hub/cash?state=collected")
    assert found.number not in shop.read("/hub/cash?state=late")
    assert "/hub/cash" in shop.read("/hub/money")


def test_who_has_not_confirmed_is_called(shop):
    given = {"state": OrderState.PENDING, "due_at": now() + timedelta(hours=20)}
    placed = shop.sale(payment_method="cash_on_delivery", **given)
    shown = shop.read("/hub/cash")
    assert "tel:+966551234567" in shown
    assert f"/hub/cash/calls/{placed.order_id}" in shop.read(f"/hub/orders/{placed.order_id}")
    shop.post(f"/hub/cash/calls/{placed.order_id}")
    assert order(shop.seller_id, placed.order_id).state is OrderState.PLACED
    assert shop.post(f"/hub/cash/calls/{placed.order_id}").status_code == 303


def test_tries_are_written_down_and_the_last_one_sends_it_back(shop):
    set_cash_terms(actor=SYSTEM, market_id=make_market().id, terms=CashTerms(most_attempts=2))
    found, parcel = sent(shop)
    path = f"/hub/parcels/{parcel.id}/attempt"
    shop.read(path)
    assert shop.post(path, reason="bored").status_code == 422
    shop.post(path, reason="no_answer", note="الجرس معطّل")
    Relay().deliver_pending()
    assert "الجرس معطّل" in shop.read(f"/hub/orders/{found.id}")
    assert len(told("fulfilment.parcel_attempt")) == 1
    assert state_of(shop, found) is OrderState.SHIPPED
    shop.post(path, reason="postponed")
    assert state_of(shop, found) is OrderState.REFUSED
    assert shop.post(path, reason="no_answer").status_code == 303
    Relay().deliver_pending()
    assert [fault for proof in run_proofs() for fault in proof.faults] == []


def test_a_refusal_goes_back_at_once(shop):
    found, parcel = sent(shop)
    shop.post(f"/hub/parcels/{parcel.id}/attempt", reason="refused")
    assert state_of(shop, found) is OrderState.REFUSED


def test_the_buyers_code_proves_a_delivery(shop):
    set_cash_terms(
        actor=SYSTEM, market_id=make_market().id, terms=CashTerms(asks_delivery_code=True)
    )
    found, parcel = sent(shop)
    code = door_of(shop, found, parcel).code
    (sms,) = told("fulfilment.delivery_code")
    assert sms.recipient == "+966551234567"
    path = f"/hub/parcels/{parcel.id}/delivery"
    assert code not in shop.read(path) and code not in shop.read(f"/hub/orders/{found.id}")
    assert shop.post(path).status_code == 422
    wrong = f"{(int(code) + 1) % 10000:04}"
    assert shop.post(path, code=wrong).status_code == 422
    assert state_of(shop, found) is OrderState.SHIPPED
    shop.post(path, code=code)
    assert state_of(shop, found) is OrderState.DELIVERED
    assert door_of(shop, found, parcel).proved_at


def test_who_guesses_is_stopped_and_records_without(shop):
    set_cash_terms(
        actor=SYSTEM, market_id=make_market().id, terms=CashTerms(asks_delivery_code=True)
    )
    found, parcel = sent(shop)
    code = door_of(shop, found, parcel).code
    path = f"/hub/parcels/{parcel.id}/delivery"
    for step in range(1, 6):
        shop.post(path, code=f"{(int(code) + step) % 10000:04}")
    assert shop.post(path, code=code).status_code == 422
    shop.post(path, without="1")
    assert state_of(shop, found) is OrderState.DELIVERED
    assert door_of(shop, found, parcel).proved_at is None


def test_another_stores_parcels_and_orders_are_not_there(shop, open_shop):
    _found, parcel = sent(open_shop(slug="other"))
    for path in (f"/hub/parcels/{parcel.id}/attempt", f"/hub/cash/calls/{parcel.order_id}"):
        assert shop.post(path, reason="no_answer").status_code == 404


def test_deposits_of_this_store_and_of_no_other(shop, open_shop):
    assert "/hub/cash/deposits" not in shop.read("/hub/cash")
    assert "لا عرابين بعد" in shop.read("/hub/cash/deposits")
    given = {"method": PaymentMethod.CASH_ON_DELIVERY, "state": OrderState.CONFIRMED}
    mine, others = (
        make_paid_order(**given, seller_id=one.seller_id, deposit_minor=5000)
        for one in (shop, open_shop(slug="other"))
    )
    while Relay().deliver_pending():
        pass
    shown = shop.read("/hub/cash/deposits")
    assert mine.number in shown and others.number not in shown
    assert f"/hub/orders/{mine.id}" in shown and "/hub/cash/deposits" in shop.read("/hub/cash")
    assert mine.number not in shop.read("/hub/cash/deposits?part=lost")

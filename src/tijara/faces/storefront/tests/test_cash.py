"""Cash at the shop: its fee by place, its limits, a phone that is blocked, the buyer's day."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from tijara.domains.cash_terms.actions import (
    block_phone,
    set_cash_terms,
    set_deposit_rule,
    set_fee_band,
)
from tijara.domains.cash_terms.queries import blocks
from tijara.domains.cash_terms.shapes import CashTerms, DepositRule, FeeBand
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.fulfilment.actions import record_attempt
from tijara.domains.fulfilment.queries import doors, shipments
from tijara.domains.fulfilment.testing import move
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.queries import order, order_link_token
from tijara.domains.orders.shapes import OrderState
from tijara.domains.payments.actions import pay_charge
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.stores.testing import make_store
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def market():
    return make_market(cash_on_delivery_fee_minor=1200)


@pytest.fixture
def guest(market):
    shopper = Shopper()
    shopper.picks(make_offer(10000, 9, seller_id=make_store().seller_id))
    return shopper


def ordered(shopper):
    (found,) = orders_of_buyer(shopper.buyer_id())
    return found


def test_the_fee_is_that_of_the_place(guest, market):
    band = FeeBand("sa-riyadh", "", None, 500)
    set_fee_band(actor=SYSTEM, market_id=market.id, band=band)
    # The city is known with the form: the fee that was shown before it changes, and is told.
    assert guest.confirms().status_code == 409
    form = guest.sends("/checkout", act="update", city="sa-riyadh").content.decode()
    assert "5" in form
    sum_seen = form.split('name="total" value="')[1].split('"')[0]
    guest.confirms(total=sum_seen)
    assert ordered(guest).fee.minor == 500


def test_a_new_buyer_pays_less_in_cash(guest, market):
    terms = CashTerms(newcomer_limit_minor=5000)
    set_cash_terms(actor=SYSTEM, market_id=market.id, terms=terms)
    assert "لأول طلب" in guest.sees("/checkout")
    assert guest.confirms().status_code == 409
    assert orders_of_buyer(guest.buyer_id()) == []


def test_open_cash_orders_are_counted(guest, market):
    set_cash_terms(actor=SYSTEM, market_id=market.id, terms=CashTerms(most_open_orders=1))
    guest.confirms()
    guest.picks(make_offer(10000, 9, seller_id=make_store(slug="second").seller_id))
    assert guest.confirms().status_code == 409
    found = ordered(guest)
    for step in (OrderState.CONFIRMED, OrderState.SHIPPED, OrderState.DELIVERED):
        move(step, found.seller_id, found.id)
    assert guest.confirms().status_code == 303


def test_a_blocked_phone_is_told_politely_and_asks(guest, market):
    which = {"actor": SYSTEM, "market_id": market.id, "phone": "0551234567"}
    block_phone(**which, reason="refused_often")
    answer = guest.confirms()
    assert answer.status_code == 409 and "/cash-on-delivery" in answer.content.decode()
    assert 'value="055 123 4567"' in answer.content.decode()
    assert guest.sends("/cash-on-delivery", phone="1", words="").status_code == 422
    assert guest.sends("/cash-on-delivery", phone="0551234567", words="أنا هنا").status_code == 303
    assert blocks(market.id, appealed=True).items
    block_phone(**which, reason="other", days=1)
    assert guest.sends("/cash-on-delivery", phone="0551234567", words="مرة").status_code == 303


def test_what_is_put_down_and_what_the_courier_gets_stand_beside_each_other(guest):
    known = make_market(payment_methods=("card", "cash_on_delivery"))
    rule = DepositRule("", from_minor=0, refusals=0, is_for_newcomers=False, share_bp=5000)
    set_deposit_rule(actor=SYSTEM, market_id=known.id, rule=rule)
    checkout = guest.sees("/checkout")
    put_down, later = (amount_after(words, checkout) for words in ("العربون الآن", "المندوب</dt>"))
    answer = guest.confirms()
    pay = guest.sees(answer["Location"])
    assert amount_after("العربون الآن", pay) == put_down > 0
    assert amount_after("المندوب</dt>", pay) == later > 0
    found = ordered(guest)
    assert put_down + later == found.total.minor
    charge = charge_of_checkout(found.buyer_id, found.checkout_id)
    given = {"buyer_id": charge.buyer_id, "charge_id": charge.id}
    pay_charge(actor=SYSTEM, on_behalf=SYSTEM, bank_reference="9", **given)
    while Relay().deliver_pending():
        pass
    placed = guest.sees(f"/checkouts/{found.checkout_id}")
    assert amount_after("ثم تدفع نقدًا", placed) == later
    assert amount_after("يبقى عليك", placed) == later


def amount_after(words, html):
    """In minor units."""
    return round(float(re.search(r'value="([\d.]+)"', html.partition(words)[2])[1]) * 100)


@pytest.fixture
def shipped(guest, market):
    terms = CashTerms(asks_delivery_code=True)
    set_cash_terms(actor=SYSTEM, market_id=market.id, terms=terms)
    guest.confirms()
    found = ordered(guest)
    for step in (OrderState.CONFIRMED, OrderState.SHIPPED):
        move(step, found.seller_id, found.id)
    return order(found.seller_id, found.id)


def test_the_buyer_sees_his_code_and_chooses_his_day(guest, shipped):
    (parcel,) = shipments(shipped.seller_id, [shipped.id])[shipped.id]
    page = f"/orders/{order_link_token(shipped.seller_id, shipped.id)}"
    assert doors(shipped, [parcel])[parcel.id].code in guest.sees(page)
    which = {"actor": SYSTEM, "seller_id": shipped.seller_id, "shipment_id": parcel.id}
    record_attempt(**which, reason="wrong_address")
    assert "لم يجد" in guest.sees(page)
    wish = f"{page}/parcels/{parcel.id}/wish"
    day = now().date() + timedelta(days=3)
    for wrong in ({"day": "2020-01-01"}, {"day": "x"}, {"day": str(day), "phone": "12"}):
        guest.sends(wish, **wrong)
        assert doors(shipped, [parcel])[parcel.id].wished_day is None
    guest.sends(wish, day=str(day), phone="0559876543", note="الباب الأزرق")
    told = doors(shipped, [parcel])[parcel.id]
    assert (told.wished_day, told.wished_phone) == (day, "+966559876543")
    assert "الباب الأزرق" in guest.sees(page)


def test_nobody_wishes_for_another_order(guest, shipped):
    (parcel,) = shipments(shipped.seller_id, [shipped.id])[shipped.id]
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    wish = f"/orders/nonsense/parcels/{parcel.id}/wish"
    assert browser.post(wish, {"day": "2030-01-01"}).status_code == 404

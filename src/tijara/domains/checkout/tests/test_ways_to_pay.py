"""Paid by card, by transfer or at the door: what waits for what, and that no coin is lost."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import orjson
import pytest
from django.db import connection, transaction

from tijara.domains.catalogue.shapes import ProductKind
from tijara.domains.catalogue.testing import make_product
from tijara.domains.checkout.actions import (
    AddressInvalid,
    BasketChanged,
    PaymentNotPossible,
    finish_checkout,
    give_up_unpaid,
    resume_checkouts,
    take_payment,
)
from tijara.domains.checkout.models import Checkout
from tijara.domains.checkout.states import PLACING
from tijara.domains.checkout.testing import (
    Buyer,
    assert_all_proved,
    free,
    offer_of_a_store,
)
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.actions import change_price
from tijara.domains.orders.actions import cancel_order, place_orders
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, DeliveryAddress, OrderState, OrderToPlace
from tijara.domains.payments.events import ChargeExpired, ChargePaid
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.payments.shapes import OFFERED, ChargeState, PaymentMethod
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.rebuilding import rebuild
from tijara.platform.outbox.recorder import record
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
CARD, TRANSFER = PaymentMethod.CARD, PaymentMethod.BANK_TRANSFER
TERMS = {
    "payment_methods": OFFERED,
    "pay_minutes": 60,
    "transfer_hours": 72,
    "bank_name": "مصرف الراجحي",
    "bank_iban": "SA0380000000608010167519",
    "bank_holder": "تجارة",
}


@pytest.fixture
def market():
    return make_market(**TERMS)


def orders_of(result):
    return [order_view(one.seller_id, one.order_id) for one in result.placed]


def digital_offer(market, **given):
    product = make_product(kind=ProductKind.DIGITAL)
    return offer_of_a_store(market, product=product, **given)


def dearer(offer, by):
    change_price(
        actor=SYSTEM,
        seller_id=offer.seller_id,
        offer_id=offer.id,
        price=Money(offer.price.minor + by, "SAR"),
        was=None,
        version=offer.version,
    )


class TestPaidBefore:
    @pytest.mark.parametrize(
        ("method", "wait"), [(CARD, timedelta(hours=1)), (TRANSFER, timedelta(hours=72))]
    )
    def test_orders_wait_with_one_charge_for_all_of_them(self, market, buyer, method, wait):
        ours = [offer_of_a_store(market, price_minor=5000, units=5) for _ in range(3)]
        for offer in ours:
            buyer.picks(offer)
        result = buyer.confirms(method=method)
        assert result.is_to_be_paid
        found = orders_of(result)
        assert {one.state for one in found} == {OrderState.PENDING}
        charge = charge_of_checkout(buyer.id, result.checkout_id)
        assert (charge.method, charge.state) == (method, ChargeState.OPEN)
        assert charge.amount.minor == sum(one.total.minor for one in found)
        assert {(p.order_id, p.amount_minor) for p in charge.parts} == {
            (one.id, one.total.minor) for one in found
        }
        assert abs(charge.due_at - now() - wait) < timedelta(minutes=1)
        assert [free(offer) for offer in ours] == [4, 4, 4]
        assert_all_proved()

    def test_no_fee_is_taken_for_what_is_not_cash(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
        fees = {way.method: way.fee.minor for way in buyer.basket().ways}
        assert fees == {PaymentMethod.CASH_ON_DELIVERY: 1200, CARD: 0, TRANSFER: 0}
        (order,) = orders_of(buyer.confirms(method=CARD))
        assert order.total.minor == 7000

    def test_only_what_stands_is_charged(self, market, buyer):
        there, gone = (offer_of_a_store(market, price_minor=5000, units=1) for _ in range(2))
        buyer.picks(there)
        buyer.picks(gone)
        seen = buyer.basket().seen
        other = Buyer(market)
        other.picks(gone)
        other.confirms()
        result = buyer.confirms(seen=seen, method=CARD)
        (part,) = charge_of_checkout(buyer.id, result.checkout_id).parts
        assert (part.seller_id, part.amount_minor) == (there.seller_id, 7000)
        assert_all_proved()

    def test_nothing_is_charged_where_nothing_stands(self, market, buyer):
        gone = offer_of_a_store(market, price_minor=5000, units=1)
        buyer.picks(gone)
        seen = buyer.basket().seen
        other = Buyer(market)
        other.picks(gone)
        other.confirms()
        result = buyer.confirms(seen=seen, method=CARD)
        assert not result.is_to_be_paid
        assert charge_of_checkout(buyer.id, result.checkout_id) is None

    def test_pressing_twice_opens_one_charge(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
        checkout_id, seen = new_id(), buyer.basket().seen
        first = buyer.confirms(checkout_id, seen, method=CARD)
        assert buyer.confirms(checkout_id, seen, method=CARD) == first
        assert charge_of_checkout(buyer.id, checkout_id).amount.minor == 7000

    def paid(self, charge):
        take_payment(actor=SYSTEM, charge_id=charge.id, method=charge.method, parts=charge.parts)

    def test_the_payment_releases_every_order_and_again_is_nothing(self, market, buyer):
        for _ in range(2):
            buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
        result = buyer.confirms(method=CARD)
        charge = charge_of_checkout(buyer.id, result.checkout_id)
        for _ in range(2):
            self.paid(charge)
        assert {one.state for one in orders_of(result)} == {OrderState.PLACED}
        assert_all_proved()

    def test_what_expires_is_given_up_and_late_money_owed_back(self, market, buyer):
        offers = [offer_of_a_store(market, price_minor=5000, units=5) for _ in range(2)]
        for offer in offers:
            buyer.picks(offer)
        result = buyer.confirms(method=CARD)
        charge = charge_of_checkout(buyer.id, result.checkout_id)
        give_up_unpaid(actor=SYSTEM, parts=charge.parts)
        assert {one.state for one in orders_of(result)} == {OrderState.CANCELLED}
        assert [free(offer) for offer in offers] == [5, 5]
        self.paid(charge)
        for offer in offers:
            assert balances(offer.seller_id)[Account.BUYER_REFUNDABLE] == -7000
        assert_all_proved()


class TestCutOff:
    def test_an_intent_cut_off_before_its_charge_gets_one(self, market, buyer):
        """The door has let its order in, and the process dies before it can write that down."""
        offer = offer_of_a_store(market, price_minor=5000, units=5)
        buyer.picks(offer)
        buyer.confirms(method=CARD)
        told = Checkout.objects.get(buyer_id=buyer.id).intent[str(offer.seller_id)]
        another, checkout_id = new_id(), new_id()
        told |= {"buyer_id": another, "checkout_id": checkout_id, "idempotency_key": checkout_id}
        told = orjson.loads(orjson.dumps(told))
        order = rebuild(OrderToPlace, told)
        (placed,) = place_orders(actor=SYSTEM, seller_id=offer.seller_id, orders=[order])
        Checkout.objects.create(
            buyer_id=another,
            id=checkout_id,
            state=PLACING,
            payment_method=CARD,
            intent={str(offer.seller_id): told},
            moved_at=now() - timedelta(minutes=5),
        )
        assert resume_checkouts(actor=SYSTEM) == 1
        charge = charge_of_checkout(another, checkout_id)
        assert [part.order_id for part in charge.parts] == [placed.order_id]
        assert charge.amount.minor == 7000
        assert free(offer) == 3
        assert_all_proved()

    def test_a_run_that_comes_second_gives_back_what_it_got_beside(self, market, buyer):
        one, other = (offer_of_a_store(market, price_minor=5000, units=2) for _ in range(2))
        buyer.picks(one)
        buyer.picks(other)
        first = buyer.confirms(method=CARD)
        intent = Checkout.objects.get(buyer_id=buyer.id).intent
        orders = {UUID(seller): rebuild(OrderToPlace, told) for seller, told in intent.items()}
        beside = {
            seller_id: replace(order, idempotency_key=new_id())
            if seller_id == other.seller_id
            else order
            for seller_id, order in orders.items()
        }
        again = finish_checkout(
            actor=SYSTEM, buyer_id=buyer.id, checkout_id=first.checkout_id, orders=beside
        )
        assert {one.order_id for one in again.placed} == {one.order_id for one in first.placed}
        assert free(other) == 1
        assert_all_proved()


class TestWhatWasSeen:
    def test_two_changes_that_cancel_out_are_two_changes(self, market, buyer):
        up, down = (offer_of_a_store(market, price_minor=5000, units=5) for _ in range(2))
        buyer.picks(up)
        buyer.picks(down)
        seen = buyer.basket()
        dearer(up, 500)
        dearer(down, -500)
        assert buyer.basket().total == seen.total
        with pytest.raises(BasketChanged):
            buyer.confirms(seen=seen.seen)

    def test_another_number_of_the_same_is_not_what_was_seen(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=5000, units=5)
        buyer.picks(offer)
        seen = buyer.basket().seen
        buyer.picks(offer)
        with pytest.raises(BasketChanged):
            buyer.confirms(seen=seen)

    def test_a_delivery_that_was_not_shown_is_not_taken(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
        seen = buyer.basket().seen
        buyer.market = make_market(**TERMS, delivery_minor=2500)
        with pytest.raises(BasketChanged):
            buyer.confirms(seen=seen)


class TestDigital:
    def test_needs_no_address_and_no_delivery(self, market, buyer):
        buyer.picks(digital_offer(market, price_minor=5000, units=5))
        seen = buyer.basket()
        assert seen.is_digital and seen.delivery.minor == 0
        person = DeliveryAddress("نورة", "0551234567", "", email="noura@example.com")
        (order,) = orders_of(buyer.confirms(address=person, method=CARD))
        assert order.is_digital
        assert (order.address.city, order.delivery_service) == ("", "")
        assert order.promised_from is None
        assert_all_proved()

    def test_is_not_paid_at_a_door_that_nothing_comes_to(self, market, buyer):
        buyer.picks(digital_offer(market, price_minor=5000, units=5))
        buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
        with pytest.raises(PaymentNotPossible):
            buyer.confirms()

    def test_beside_goods_that_are_carried_an_address_is_needed(self, market, buyer):
        digital = digital_offer(market, price_minor=5000, units=5)
        carried = offer_of_a_store(market, price_minor=5000, units=5)
        buyer.picks(digital)
        buyer.picks(carried)
        person = DeliveryAddress("نورة", "0551234567", "")
        with pytest.raises(AddressInvalid) as refusal:
            buyer.confirms(address=person, method=CARD)
        assert set(refusal.value.fields) == {"city", "street"}
        found = {one.seller_id: one for one in orders_of(buyer.confirms(method=CARD))}
        assert found[digital.seller_id].delivery.minor == 0
        assert found[carried.seller_id].delivery.minor == 2000
        assert found[carried.seller_id].promised_to is not None
        assert_all_proved()


class TestCalledOff:
    def cancel(self, order):
        cancel_order(
            actor=SYSTEM,
            seller_id=order.seller_id,
            order_id=order.id,
            reason=CancelReason.CHANGED_MIND,
        )

    def test_the_charge_goes_with_the_last_of_its_orders(self, market, buyer):
        for _ in range(2):
            buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
        result = buyer.confirms(method=CARD)
        states = []
        for order in orders_of(result):
            self.cancel(order)
            Relay().deliver_pending()
            states.append(charge_of_checkout(buyer.id, result.checkout_id).state)
        assert states == [ChargeState.OPEN, ChargeState.CANCELLED]
        assert_all_proved()


@pytest.mark.django_db(transaction=True)
class TestRaces:
    def test_the_last_units_of_two_sellers_in_one_checkout(self, market):
        one, two = (offer_of_a_store(market, price_minor=5000, units=3) for _ in range(2))
        crowd = [Buyer(market) for _ in range(10)]
        for turn, buyer in enumerate(crowd):
            for offer in (one, two) if turn % 2 else (two, one):
                buyer.picks(offer)

        def press(buyer):
            try:
                return buyer.confirms(method=CARD)
            finally:
                connection.close()

        with ThreadPoolExecutor(8) as threads:
            results = list(threads.map(press, crowd))
        for offer in (one, two):
            sold = [r for r in results if offer.seller_id in {p.seller_id for p in r.placed}]
            assert (len(sold), free(offer)) == (3, 0)
        for result in results:
            charge = charge_of_checkout(result.buyer_id, result.checkout_id)
            charged = {part.order_id for part in charge.parts} if charge else set()
            assert charged == {placed.order_id for placed in result.placed}
        assert_all_proved()

    def test_two_tabs_press_at_once(self, market):
        buyer = Buyer(market)
        for _ in range(2):
            buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
        checkout_id, seen = new_id(), buyer.basket().seen

        def press(_):
            try:
                return buyer.confirms(checkout_id, seen, method=CARD)
            finally:
                connection.close()

        with ThreadPoolExecutor(6) as threads:
            results = list(threads.map(press, range(6)))
        placed = {tuple(sorted(one.order_id for one in result.placed)) for result in results}
        assert len(placed) == 1
        charge = charge_of_checkout(buyer.id, checkout_id)
        assert {part.order_id for part in charge.parts} == set(placed.pop())
        assert_all_proved()


class TestTold:
    """What payments tell is met: once for the outbox's delivery and again for its retry."""

    def told(self, buyer, charge, *facts):
        given = {
            "buyer_id": buyer.id,
            "charge_id": charge.id,
            "checkout_id": charge.checkout_id,
            "method": charge.method,
            "currency": charge.amount.currency,
            "parts": charge.parts,
        }
        for fact in facts:
            with transaction.atomic():
                record(buyer.id, fact(**given))
            Relay().deliver_pending()

    @pytest.mark.parametrize(
        ("facts", "state", "owed_back"),
        [
            ([ChargePaid], OrderState.PLACED, 0),
            ([ChargePaid, ChargePaid], OrderState.PLACED, 0),
            ([ChargeExpired], OrderState.CANCELLED, 0),
            ([ChargeExpired, ChargePaid], OrderState.CANCELLED, 7000),
            ([ChargePaid, ChargeExpired], OrderState.PLACED, 0),
        ],
    )
    def test_in_every_order(self, market, buyer, facts, state, owed_back):
        offer = offer_of_a_store(market, price_minor=5000, units=5)
        buyer.picks(offer)
        result = buyer.confirms(method=CARD)
        charge = charge_of_checkout(buyer.id, result.checkout_id)
        self.told(buyer, charge, *facts)
        assert [one.state for one in orders_of(result)] == [state]
        assert -balances(offer.seller_id).get(Account.BUYER_REFUNDABLE, 0) == owed_back
        assert_all_proved()

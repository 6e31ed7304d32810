"""Who has bought before: by his ids, the guests that he was, and his phone, in his market."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from django.db import connection

from tijara.domains.cash_terms.actions import set_cash_terms, set_deposit_rule
from tijara.domains.cash_terms.shapes import CashTerms, DepositRule
from tijara.domains.checkout.actions import (
    BasketChanged,
    PaymentNotPossible,
    PhoneNotForThisOrder,
    forget_buyer,
    send_code_again,
)
from tijara.domains.checkout.models import OrderedByPhone
from tijara.domains.checkout.queries import people, record_of
from tijara.domains.checkout.shapes import Wishes
from tijara.domains.checkout.testing import CASH, Buyer, assert_all_proved, offer_of_a_store
from tijara.domains.fulfilment.actions import record_refusal, ship_order
from tijara.domains.fulfilment.queries import shipments
from tijara.domains.fulfilment.testing import move
from tijara.domains.groups.shapes import GroupRule
from tijara.domains.groups.testing import make_group
from tijara.domains.inventory.actions import count_stock
from tijara.domains.markets.shapes import CashCode
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.actions import cancel_order, release_order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.orders.testing import ADDRESS
from tijara.domains.parties.actions import adopt_guest
from tijara.domains.payments.shapes import OFFERED
from tijara.domains.promotions.testing import make_promotion
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import VISITOR_POWERS
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
PHONE, ANOTHER = ADDRESS.phone, "0559876543"
UNKNOWN = Wishes(ADDRESS.city)
"""Before a phone was typed."""
BANK = {
    "bank_name": "مصرف الراجحي",
    "bank_iban": "SA0380000000608010167519",
    "bank_holder": "تجارة",
}


def with_phone(phone=PHONE, **told):
    return Wishes(ADDRESS.city, phone=phone, **told)


@pytest.fixture
def offer(market):
    return offer_of_a_store(market, price_minor=10000, units=90)


@pytest.fixture
def first_order(market):
    return make_promotion(market.id, bp=2000, is_first_order=True)


def ordered(buyer, offer, **said):
    buyer.picks(offer)
    (one,) = buyer.confirms(**said).placed
    return order_view(one.seller_id, one.order_id)


def refused_by_the_door(buyer, offer):
    """A whole checkout of his, while the goods were gone."""
    buyer.picks(offer)
    seen = buyer.basket().seen
    stock(offer, 0)
    assert not buyer.confirms(seen=seen).placed
    stock(offer, 90)


def stock(offer, on_hand):
    count_stock(
        actor=SYSTEM,
        seller_id=offer.seller_id,
        stock_id=offer.stock_id,
        on_hand=on_hand,
        key=new_id(),
    )


def called_off(order):
    cancel_order(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        reason=CancelReason.CHANGED_MIND,
    )


def not_taken(order):
    """Refused at the door."""
    move(OrderState.CONFIRMED, order.seller_id, order.id)
    ship_order(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id, carrier="سمسا")
    (parcel,) = shipments(order.seller_id, [order.id])[order.id]
    record_refusal(actor=SYSTEM, seller_id=order.seller_id, shipment_id=parcel.id)
    while Relay().deliver_pending():
        pass


def shown(buyer, offer, wishes=UNKNOWN):
    """What promotions take off for him."""
    buyer.picks(offer)
    return buyer.basket(wishes=wishes).discount.minor


@pytest.mark.usefixtures("first_order")
class TestFirstOrder:
    def test_a_refused_checkout_makes_nobody_new_again(self, buyer, offer):
        ordered(buyer, offer)
        refused_by_the_door(buyer, offer)
        assert shown(buyer, offer) == 0

    def test_nor_do_two_hundred(self, buyer, offer, monkeypatch):
        monkeypatch.setattr(people, "MOST", 2)
        again = people.prepared(people._checkouts.__wrapped__)
        monkeypatch.setattr(people, "_checkouts", again)
        ordered(buyer, offer)
        for _ in range(3):
            refused_by_the_door(buyer, offer)
        assert shown(buyer, offer) == 0

    def test_with_his_phone_he_is_known_from_any_window_and_told_before(self, market, offer):
        order = ordered(Buyer(market), offer)
        assert order.discount.minor == 2000
        private = Buyer(market)
        assert shown(private, offer) == 2000, "his phone is not known yet"
        seen = private.basket(wishes=UNKNOWN)
        assert not seen.is_known_by_phone
        with pytest.raises(BasketChanged) as refused:
            private.confirms(seen=seen.seen)
        told = private.basket(wishes=with_phone())
        assert (told.discount.minor, told.is_known_by_phone) == (0, True)
        assert refused.value.facts["total"] == told.total
        assert ordered(private, offer).discount.minor == 0
        assert_all_proved()

    @pytest.mark.parametrize("typed", ["0551234567", "٠٥٥١٢٣٤٥٦٧", "+966 55 123 4567"])
    def test_however_it_is_typed(self, market, offer, typed):
        ordered(Buyer(market), offer)
        assert shown(Buyer(market), offer, with_phone(typed)) == 0

    def test_guests_that_he_was_count_before_any_phone_does(self, market, buyer, offer):
        guest, person_id = Buyer(market), new_id()
        ordered(guest, offer)
        himself = Actor(ActorKind.BUYER, person_id, powers=VISITOR_POWERS)
        assert adopt_guest(actor=himself, guest_id=guest.id)
        assert shown(buyer, offer, Wishes(ADDRESS.city, person_id=person_id)) == 0
        assert not buyer.basket(wishes=with_phone(person_id=person_id)).is_known_by_phone

    @pytest.mark.parametrize("end", [called_off, not_taken])
    def test_what_does_not_stand_does_not_count(self, market, offer, end):
        end(ordered(Buyer(market), offer))
        again = ordered(Buyer(market), offer)
        assert again.discount.minor == 2000
        assert list(OrderedByPhone.objects.order_by("turn").values_list("turn", flat=True)) == [
            1,
            2,
        ]
        assert shown(Buyer(market), offer, with_phone()) == 0

    def test_another_market_knows_nothing_of_him(self, market, offer):
        ordered(Buyer(market), offer)
        other = make_market("sa-two")
        make_promotion(other.id, bp=2000, is_first_order=True)
        there = offer_of_a_store(other, price_minor=10000, units=9)
        assert shown(Buyer(other), there, with_phone()) == 2000

    def test_one_who_has_ordered_for_somebody_elses_phone_is_not_that_person(self, market, offer):
        mother = Buyer(market)
        ordered(mother, offer)
        ordered(mother, offer, address=replace(ADDRESS, phone=ANOTHER))
        called_off(ordered(mother, offer, address=replace(ADDRESS, phone="0553334444")))
        assert shown(Buyer(market), offer, with_phone("0553334444")) == 2000


def test_nothing_is_said_where_nothing_falls_away(market, offer):
    make_promotion(market.id, bp=2000, is_first_order=True, min_minor=10**6)
    ordered(Buyer(market), offer)
    private = Buyer(market)
    private.picks(offer)
    assert not private.basket(wishes=with_phone()).is_known_by_phone


def test_the_newcomers_group_is_left_by_phone_too(market, offer):
    group = make_group(market.id, rule=GroupRule.NEWCOMERS)
    make_promotion(market.id, bp=1000, group_id=group)
    ordered(Buyer(market), offer)
    private = Buyer(market)
    assert shown(private, offer) == 1000
    told = private.basket(wishes=with_phone())
    assert (told.discount.minor, told.is_known_by_phone) == (0, True)


@pytest.mark.django_db(transaction=True)
def test_of_eight_windows_of_one_person_one_is_the_first(market):
    """All have seen that he is new before any of them orders."""
    offer = offer_of_a_store(market, price_minor=10000, units=90)
    for _ in range(2):
        make_promotion(market.id, bp=1000, is_first_order=True)
    windows = [Buyer(market) for _ in range(8)]
    for one in windows:
        one.picks(offer)
    seen = [one.basket().seen for one in windows]
    together = Barrier(8, timeout=60)

    def all_at_once(execute, sql, *told):
        if "INSERT INTO checkout_ordered_by_phone" in sql:
            together.wait()
        return execute(sql, *told)

    def press(told):
        one, mark = told
        try:
            with connection.execute_wrapper(all_at_once):
                return one.confirms(seen=mark)
        except BasketChanged:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as crowd:
        results = list(crowd.map(press, zip(windows, seen, strict=True)))
    assert sum(result is not None for result in results) == 1
    left = next(one for one, got in zip(windows, results, strict=True) if got is None)
    assert left.basket().discount.minor == 0
    assert left.confirms().placed, "his cart is as it was"
    assert_all_proved()


class TestCash:
    @pytest.fixture
    def market(self):
        known = make_market(payment_methods=OFFERED, **BANK)
        terms = CashTerms(most_open_orders=2)
        set_cash_terms(actor=SYSTEM, market_id=known.id, terms=terms)
        rule = DepositRule(
            place="", from_minor=0, refusals=1, is_for_newcomers=False, share_bp=2000
        )
        set_deposit_rule(actor=SYSTEM, market_id=known.id, rule=rule)
        return known

    def way(self, buyer, offer, wishes):
        buyer.picks(offer)
        return next(way for way in buyer.basket(wishes=wishes).ways if way.method == CASH)

    def test_who_did_not_take_a_parcel_puts_down_a_part_from_any_window(self, market, offer):
        not_taken(ordered(Buyer(market), offer))
        private = Buyer(market)
        assert self.way(private, offer, UNKNOWN).deposit is None
        seen = private.basket(wishes=UNKNOWN).seen
        with pytest.raises(BasketChanged):
            private.confirms(seen=seen)
        assert self.way(private, offer, with_phone()).deposit.minor > 0
        assert self.way(private, offer, with_phone(ANOTHER)).deposit is None

    def test_open_cash_orders_are_counted_over_all_his_windows(self, market, offer):
        for _ in range(2):
            ordered(Buyer(market), offer)
        private = Buyer(market)
        assert not self.way(private, offer, UNKNOWN).refused_because
        assert self.way(private, offer, with_phone()).refused_because == "too_many_open"
        with pytest.raises(PaymentNotPossible):
            private.confirms()


class TestAnotherNumber:
    """An order that waits for its code may be given another number; what it got stays right."""

    @pytest.fixture
    def market(self):
        return make_market(cash_code=CashCode.ALWAYS)

    def changes(self, buyer, order, phone=PHONE):
        send_code_again(
            actor=buyer.actor, buyer_id=buyer.id, checkout_id=order.checkout_id, phone=phone
        )

    def test_a_number_that_has_ordered_takes_no_first_order_over(self, market, offer, first_order):
        ordered(Buyer(market), offer)
        private = Buyer(market)
        order = ordered(private, offer, address=replace(ADDRESS, phone=ANOTHER))
        assert order.discount.minor == 2000
        with pytest.raises(PhoneNotForThisOrder):
            self.changes(private, order)
        kept = order_view(order.seller_id, order.id)
        assert kept.address.phone == "+966559876543"

    def test_nor_an_order_without_the_deposit_that_it_would_owe(self, market, offer):
        not_taken(released(ordered(Buyer(market), offer)))
        rule = DepositRule(
            place="", from_minor=0, refusals=1, is_for_newcomers=False, share_bp=2000
        )
        set_deposit_rule(actor=SYSTEM, market_id=market.id, rule=rule)
        private = Buyer(market)
        order = ordered(private, offer, address=replace(ADDRESS, phone=ANOTHER))
        with pytest.raises(PhoneNotForThisOrder):
            self.changes(private, order)

    def test_a_fresh_one_is_taken_and_the_order_is_known_by_it(self, market, offer, first_order):
        buyer = Buyer(market)
        order = ordered(buyer, offer)
        self.changes(buyer, order, ANOTHER)
        assert shown(Buyer(market), offer, with_phone(ANOTHER)) == 0
        assert shown(Buyer(market), offer, with_phone()) == 2000, "the order is not his"


def released(order):
    """As if its code had been typed."""
    release_order(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)
    return order


class TestKept:
    def test_no_number_stands_in_the_table_and_none_can_be_tried_without_the_secret(
        self, market, buyer, offer, settings
    ):
        ordered(buyer, offer)
        with connection.cursor() as cursor:
            cursor.execute("SELECT t::text FROM checkout_ordered_by_phone t")
            assert "551234567" not in cursor.fetchone()[0]
        before, settings.SECRET_KEY = settings.SECRET_KEY, "another secret of the same installation"
        assert not record_of([], market.id, "+966551234567").has_bought
        settings.SECRET_KEY_FALLBACKS = [before]
        assert record_of([], market.id, "+966551234567").has_bought

    def test_who_leaves_is_forgotten_by_his_phones_too(self, market, buyer, offer):
        ordered(buyer, offer)
        ordered(buyer, offer, address=replace(ADDRESS, phone=ANOTHER))
        forget_buyer(actor=SYSTEM, buyer_ids=[buyer.id])
        assert not OrderedByPhone.objects.exists()

    def test_a_guest_without_a_phone_costs_one_statement_and_a_phone_one_more(
        self, market, buyer, offer, django_assert_num_queries
    ):
        with django_assert_num_queries(1):
            assert not record_of([buyer.id], market.id).has_bought
        with django_assert_num_queries(2):
            assert not record_of([buyer.id], market.id, "+966551234567").has_bought
        ordered(buyer, offer)
        with django_assert_num_queries(3):
            assert record_of([new_id()], market.id, "+966551234567").is_by_phone

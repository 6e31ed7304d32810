"""The door: who gets in, who is told what, and that nothing is sold twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tijara.domains.inventory.actions import hold_stock
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.inventory.shapes import HoldRequest
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.offers.actions import pause_offer, put_offers
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferDraft, OfferKey
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import place_orders
from tijara.domains.orders.models import Order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import Outcome
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.models import Event


@pytest.fixture
def seller_id():
    return new_id()


def offer(seller_id, units, price_minor=1000):
    return make_offer(price_minor, units, seller_id=seller_id)


def used_one_of(of):
    """A second offer on the same stock."""
    draft = OfferDraft(of.variant_id, of.product_id, of.stock_id, of.price, condition="used")
    (put,) = put_offers(actor=SYSTEM, seller_id=of.seller_id, offers=[draft])
    key = OfferKey(of.seller_id, put.offer_id)
    return offers([key])[key]


def line(of, **given):
    return make_line(offer_id=of.id, stock_id=of.stock_id, unit_minor=of.price.minor, **given)


def free(seller_id, of):
    return stock_levels(seller_id, [of.stock_id])[of.stock_id].free


def assert_all_proved():
    assert [(proof.name, proof.faults) for proof in run_proofs() if proof.faults] == []


@pytest.mark.django_db
class TestOneOrder:
    def test_is_placed_with_its_lines_posting_and_fact(self, seller_id):
        dallah, cups = offer(seller_id, 5, 34900), offer(seller_id, 9, 11800)
        wanted = make_order_to_place(
            line(dallah, commission_minor=3490, commission_vat_minor=524),
            line(cups, quantity=2),
            delivery_minor=1800,
            fee_minor=1500,
            tax_minor=430,
        )
        placed = place_one(seller_id, wanted)

        assert placed.outcome is Outcome.PLACED
        view = order_view(seller_id, placed.order_id)
        assert view.number == placed.number
        assert view.total.minor == 34900 + 2 * 11800 + 1800 + 1500
        assert [(row.quantity, row.total.minor) for row in view.lines] == [(1, 34900), (2, 23600)]
        assert (view.commission.minor, view.commission_vat.minor) == (3490, 524)
        assert (free(seller_id, dallah), free(seller_id, cups)) == (4, 7)
        assert balances(seller_id)[Account.BUYER_RECEIVABLE] == view.total.minor
        event = Event.objects.get(owner_id=seller_id, name="orders.order_placed.v1")
        assert event.body["order_id"] == str(placed.order_id)
        assert event.lane == seller_id.bytes[15] % 16
        assert_all_proved()

    def test_the_same_key_again_is_answered_with_the_order_that_stands(self, seller_id):
        wanted = make_order_to_place(line(offer(seller_id, 5)))
        first, second = place_one(seller_id, wanted), place_one(seller_id, wanted)
        assert second.outcome is Outcome.DUPLICATE
        assert (second.order_id, second.number) == (first.order_id, first.number)
        assert Order.objects.filter(seller_id=seller_id).count() == 1

    def test_more_than_there_is_sells_nothing(self, seller_id):
        plenty, few = offer(seller_id, 50), offer(seller_id, 1)
        placed = place_one(seller_id, make_order_to_place(line(plenty), line(few, quantity=2)))
        assert (placed.outcome, placed.offer_ids) == (Outcome.SOLD_OUT, (few.id,))
        assert (free(seller_id, plenty), free(seller_id, few)) == (50, 1)
        assert_all_proved()

    @pytest.mark.parametrize("change", [{"unit_minor": 1}, {"offer_version": 7}])
    def test_terms_that_are_not_the_offers_are_refused(self, seller_id, change):
        of = offer(seller_id, 5)
        given = {"offer_id": of.id, "stock_id": of.stock_id, "unit_minor": 1000} | change
        placed = place_one(seller_id, make_order_to_place(make_line(**given)))
        assert (placed.outcome, placed.offer_ids) == (Outcome.PRICE_CHANGED, (of.id,))

    def test_an_offer_that_is_paused_or_unknown_or_of_another_stock_is_unavailable(self, seller_id):
        paused, strange, other = (offer(seller_id, 5) for _ in range(3))
        pause_offer(actor=SYSTEM, seller_id=seller_id, offer_id=paused.id)
        cases = [
            line(paused),
            make_line(offer_id=new_id(), stock_id=strange.stock_id),
            make_line(offer_id=strange.id, stock_id=other.stock_id),
        ]
        for case in cases:
            placed = place_one(seller_id, make_order_to_place(case))
            assert (placed.outcome, placed.offer_ids) == (Outcome.UNAVAILABLE, (case.offer_id,))

    def test_another_sellers_offer_is_unavailable(self, seller_id):
        theirs = offer(new_id(), 5)
        placed = place_one(seller_id, make_order_to_place(line(theirs)))
        assert placed.outcome is Outcome.UNAVAILABLE

    def test_two_offers_of_one_stock_count_together(self, seller_id):
        new = offer(seller_id, 3)
        used = used_one_of(new)
        both = make_order_to_place(line(new, quantity=2), line(used, quantity=2))
        assert place_one(seller_id, both).outcome is Outcome.SOLD_OUT
        fits = make_order_to_place(line(new, quantity=2), line(used))
        assert place_one(seller_id, fits).outcome is Outcome.PLACED
        assert_all_proved()


@pytest.mark.django_db
class TestHolds:
    def hold(self, seller_id, of, checkout_id, units):
        hold_stock(
            actor=SYSTEM,
            seller_id=seller_id,
            checkout_id=checkout_id,
            requests=[HoldRequest(of.stock_id, units)],
            minutes=10,
        )

    def test_what_another_checkout_holds_is_not_sold(self, seller_id):
        of = offer(seller_id, 2)
        self.hold(seller_id, of, new_id(), 2)
        assert place_one(seller_id, make_order_to_place(line(of))).outcome is Outcome.SOLD_OUT

    def test_an_order_uses_its_own_hold_and_leaves_none_behind(self, seller_id):
        of = offer(seller_id, 2)
        wanted = make_order_to_place(line(of, quantity=2))
        self.hold(seller_id, of, wanted.checkout_id, 2)
        assert place_one(seller_id, wanted).outcome is Outcome.PLACED
        level = stock_levels(seller_id, [of.stock_id])[of.stock_id]
        assert (level.on_hand, level.held) == (0, 0)
        assert_all_proved()

    def test_a_hold_of_less_than_is_ordered_takes_the_rest_from_what_is_free(self, seller_id):
        of = offer(seller_id, 5)
        wanted = make_order_to_place(line(of, quantity=4))
        self.hold(seller_id, of, wanted.checkout_id, 1)
        self.hold(seller_id, of, new_id(), 1)
        assert place_one(seller_id, wanted).outcome is Outcome.PLACED
        assert free(seller_id, of) == 0
        assert_all_proved()


@pytest.mark.django_db
class TestManyOrders:
    def test_first_come_first_served_and_one_that_fails_fails_no_other(self, seller_id):
        of, gone = offer(seller_id, 5), offer(seller_id, 0)
        orders = [
            make_order_to_place(line(of, quantity=3)),
            make_order_to_place(line(of, quantity=3)),
            make_order_to_place(line(gone)),
            make_order_to_place(line(of, quantity=2)),
            make_order_to_place(line(of)),
        ]
        answers = place_orders(actor=SYSTEM, seller_id=seller_id, orders=orders)
        assert [answer.outcome.value for answer in answers] == [
            "placed",
            "sold_out",
            "sold_out",
            "placed",
            "sold_out",
        ]
        assert free(seller_id, of) == 0
        assert_all_proved()

    def test_the_same_key_twice_in_one_list_is_one_order(self, seller_id):
        wanted = make_order_to_place(line(offer(seller_id, 5)))
        answers = place_orders(actor=SYSTEM, seller_id=seller_id, orders=[wanted, wanted])
        assert [answer.outcome for answer in answers] == [Outcome.PLACED, Outcome.DUPLICATE]
        assert answers[0].order_id == answers[1].order_id

    def test_one_round_trip(self, seller_id, django_assert_num_queries):
        of = offer(seller_id, 50)
        orders = [make_order_to_place(line(of)) for _ in range(20)]
        with django_assert_num_queries(1):
            place_orders(actor=SYSTEM, seller_id=seller_id, orders=orders)


@pytest.mark.django_db(transaction=True)
class TestRaces:
    def test_ten_units_are_sold_ten_times_to_forty_who_press_at_once(self, seller_id):
        of = offer(seller_id, 10)

        def press(_):
            try:
                return place_one(seller_id, make_order_to_place(line(of))).outcome
            finally:
                connection.close()

        with ThreadPoolExecutor(8) as crowd:
            outcomes = list(crowd.map(press, range(40)))
        assert outcomes.count(Outcome.PLACED) == 10
        assert outcomes.count(Outcome.SOLD_OUT) == 30
        assert_all_proved()

    def test_one_press_sent_eight_times_at_once_is_one_order(self, seller_id):
        wanted = make_order_to_place(line(offer(seller_id, 10)))

        def press(_):
            try:
                return place_one(seller_id, wanted)
            finally:
                connection.close()

        with ThreadPoolExecutor(8) as crowd:
            answers = list(crowd.map(press, range(8)))
        assert sorted(answer.outcome for answer in answers) == ["duplicate"] * 7 + ["placed"]
        assert len({answer.order_id for answer in answers}) == 1
        assert_all_proved()

    def test_orders_over_the_same_stocks_in_opposite_order_do_not_deadlock(self, seller_id):
        one, two = offer(seller_id, 100), offer(seller_id, 100)

        def press(turn):
            lines = (line(one), line(two)) if turn % 2 else (line(two), line(one))
            try:
                return place_one(seller_id, make_order_to_place(*lines)).outcome
            finally:
                connection.close()

        with ThreadPoolExecutor(8) as crowd:
            assert set(crowd.map(press, range(40))) == {Outcome.PLACED}
        assert_all_proved()

"""From a cart to orders: priced by us, once, and every seller for himself."""

from dataclasses import replace

import pytest
from django.db import connection

from tijara.domains.carts.actions import set_quantity
from tijara.domains.carts.queries import picked_lines
from tijara.domains.checkout.actions import (
    AddressInvalid,
    BasketChanged,
    EmptyCart,
    PaymentNotPossible,
    hold_basket,
)
from tijara.domains.checkout.queries import checkout_result, deciding_rules, orders_of_buyer
from tijara.domains.checkout.testing import (
    CASH,
    DAY,
    Buyer,
    assert_all_proved,
    free,
    offer_of_a_store,
)
from tijara.domains.commissions.actions import end_rule, write_rule
from tijara.domains.commissions.queries import commissions
from tijara.domains.commissions.shapes import CommissionTerms
from tijara.domains.inventory.actions import count_stock
from tijara.domains.offers.actions import change_price
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import DeliveryAddress, Outcome
from tijara.domains.orders.testing import ADDRESS
from tijara.domains.parties.testing import make_seller
from tijara.domains.stores.queries import forget_stores
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db


def write_rule_for(market, *, instead_of=None, **terms):
    rule_id = new_id()
    told = CommissionTerms(label="", **terms)
    write_rule(
        actor=SYSTEM, market_id=market.id, rule_id=rule_id, terms=told, instead_of=instead_of
    )
    return rule_id


class TestSums:
    def test_goods_delivery_fee_and_the_tax_inside(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=11500, units=5))
        seen = buyer.basket()
        assert (seen.items.minor, seen.delivery.minor, seen.fee.minor) == (11500, 2000, 1200)
        assert seen.total.minor == 14700
        assert seen.tax.minor == 1917, "of the whole, rounded once: not 1500 + 261 + 157"

    def test_goods_over_the_threshold_of_one_seller_travel_free_of_his_only(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=20000, units=5))
        buyer.picks(offer_of_a_store(market, price_minor=19999, units=5))
        assert [seller.delivery.minor for seller in buyer.basket().sellers] == [0, 2000]

    def test_the_orders_add_up_to_what_was_shown(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=3333, units=5), quantity=3)
        buyer.picks(offer_of_a_store(market, price_minor=9999, units=5))
        shown = buyer.basket()
        result = buyer.confirms()
        placed = [order_view(one.seller_id, one.order_id) for one in result.placed]
        assert sum(order.total.minor for order in placed) == shown.total.minor
        assert sum(order.tax.minor for order in placed) == shown.tax.minor
        assert sum(order.fee.minor for order in placed) == 1200
        assert_all_proved()

    def test_commission_and_its_vat_are_frozen_at_the_sellers_own_rate(self, market, buyer):
        seller_id = make_seller(market, commission_bp=750)
        make_store(seller_id)
        buyer.picks(make_offer(seller_id=seller_id, price_minor=9990, units=5))
        (one,) = buyer.confirms().placed
        order = order_view(one.seller_id, one.order_id)
        assert (order.commission.minor, order.commission_vat.minor) == (749, 112)

    def test_a_rule_of_the_market_decides_first_and_is_kept_with_the_order(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=10000, units=5)
        kept = write_rule_for(market, seller_id=offer.seller_id, rate_bp=500, fixed_minor=50)
        buyer.picks(offer, quantity=2)
        (one,) = buyer.confirms().placed
        end_rule(actor=SYSTEM, market_id=market.id, rule_id=kept)
        order = order_view(one.seller_id, one.order_id)
        assert (order.commission.minor, order.commission_vat.minor) == (1100, 165)
        assert deciding_rules(order) == [kept]

    def test_a_rule_that_changes_between_intent_and_door_changes_nothing(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=10000, units=5)
        first = write_rule_for(market, seller_id=offer.seller_id, rate_bp=500)
        buyer.picks(offer)
        checkout_id, seen = new_id(), buyer.basket().seen
        buyer.confirms(checkout_id, seen)
        write_rule_for(market, seller_id=offer.seller_id, rate_bp=900, instead_of=first)
        (one,) = buyer.confirms(checkout_id, seen).placed
        order = order_view(one.seller_id, one.order_id)
        assert (order.commission.minor, deciding_rules(order)) == (500, [first])


class TestConfirming:
    def test_one_order_a_seller_and_an_empty_cart(self, market, buyer):
        ours = [offer_of_a_store(market, price_minor=5000, units=5) for _ in range(2)]
        for offer in ours:
            buyer.picks(offer, quantity=2)
        result = buyer.confirms()
        assert {one.seller_id for one in result.placed} == {offer.seller_id for offer in ours}
        assert [free(offer) for offer in ours] == [3, 3]
        assert picked_lines(buyer.id) == []
        assert {order.id for order in orders_of_buyer(buyer.id)} == {
            one.order_id for one in result.placed
        }
        assert_all_proved()

    def test_pressing_twice_orders_once(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=5000, units=5)
        buyer.picks(offer)
        checkout_id, seen = new_id(), buyer.basket().seen
        first = buyer.confirms(checkout_id, seen)
        assert buyer.confirms(checkout_id, seen) == first
        buyer.picks(offer)
        assert buyer.confirms(checkout_id, seen).placed == first.placed
        assert len(orders_of_buyer(buyer.id)) == 1
        assert free(offer) == 4

    def test_a_cart_with_nothing_in_it_is_refused(self, buyer):
        with pytest.raises(EmptyCart):
            buyer.confirms(seen="")

    def test_a_total_that_the_buyer_did_not_see_is_refused(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=5000, units=5)
        buyer.picks(offer)
        seen = buyer.basket()
        change_price(
            actor=SYSTEM,
            seller_id=offer.seller_id,
            offer_id=offer.id,
            price=Money(6000, "SAR"),
            was=None,
            version=offer.version,
        )
        with pytest.raises(BasketChanged) as refusal:
            buyer.confirms(seen=seen.seen)
        assert refusal.value.facts["total"].minor == seen.total.minor + 1000
        assert orders_of_buyer(buyer.id) == []

    def test_cash_over_the_limit_and_unknown_ways_to_pay_are_refused(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=300001, units=5))
        for method in (CASH, "cowrie_shells"):
            with pytest.raises(PaymentNotPossible):
                buyer.confirms(method=method)

    def test_a_seller_who_sold_out_costs_only_his_part(self, market, buyer):
        there, gone = (offer_of_a_store(market, price_minor=5000, units=1) for _ in range(2))
        buyer.picks(there)
        buyer.picks(gone)
        seen = buyer.basket().seen
        other = Buyer(market)
        other.picks(gone)
        other.confirms()
        result = buyer.confirms(seen=seen)
        assert [one.seller_id for one in result.placed] == [there.seller_id]
        assert [(one.seller_id, one.outcome) for one in result.missed] == [
            (gone.seller_id, Outcome.SOLD_OUT)
        ]
        assert [line.offer_id for line in picked_lines(buyer.id)] == [gone.id]
        assert_all_proved()

    def test_nobody_confirms_another_buyers_cart(self, market, buyer):
        stranger = Buyer(market)
        stranger.id = buyer.id
        with pytest.raises(NotAllowed):
            stranger.confirms(seen="")

    def test_another_buyers_checkout_is_not_found(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=5000, units=1))
        result = buyer.confirms()
        assert checkout_result(buyer.id, result.checkout_id) == result
        assert checkout_result(new_id(), result.checkout_id) is None

    def test_another_buyers_checkout_id_opens_nothing_of_his(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=5000, units=5)
        buyer.picks(offer)
        first = buyer.confirms()
        stranger = Buyer(market)
        stranger.picks(offer)
        second = stranger.confirms(first.checkout_id)
        assert second.placed[0].outcome is Outcome.PLACED
        assert second.placed[0].order_id != first.placed[0].order_id
        assert order_view(offer.seller_id, second.placed[0].order_id).buyer_id == stranger.id
        assert_all_proved()


class TestAddress:
    @pytest.mark.parametrize(
        ("change", "wrong"),
        [
            ({"recipient": " "}, {"recipient": "required"}),
            ({"recipient": "ن" * 121}, {"recipient": "too_long"}),
            ({"phone": ""}, {"phone": "required"}),
            ({"phone": "0112345678"}, {"phone": "phone_invalid"}),
            ({"phone": "05512345"}, {"phone": "phone_invalid"}),
            ({"city": "eg-cairo"}, {"city": "city_unknown"}),
            ({"short_code": "RRR2929"}, {"short_code": "short_code_invalid"}),
            ({"short_code": ""}, {"street": "place_needed"}),
            ({"email": "noura@"}, {"email": "email_invalid"}),
        ],
    )
    def test_what_is_wrong_is_told_by_field_and_nothing_is_ordered(
        self, market, buyer, change, wrong
    ):
        buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
        with pytest.raises(AddressInvalid) as refusal:
            buyer.confirms(address=replace(ADDRESS, **change))
        assert refusal.value.fields == wrong
        assert orders_of_buyer(buyer.id) == []

    @pytest.mark.parametrize(
        "typed", ["0551234567", "٠٥٥١٢٣٤٥٦٧", "+966 55 123 4567", "00966551234567", "551234567"]
    )
    def test_a_phone_is_kept_in_one_form_however_it_was_typed(self, market, buyer, typed):
        buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
        (one,) = buyer.confirms(address=replace(ADDRESS, phone=typed)).placed
        assert order_view(one.seller_id, one.order_id).address.phone == "+966551234567"

    def test_controls_that_turn_text_around_are_dropped_from_names(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
        address = DeliveryAddress(
            recipient="نورة\u202e السبيعي",
            phone="0551234567",
            city="sa-riyadh",
            landmark="خلف المسجد",
        )
        (one,) = buyer.confirms(address=address).placed
        kept = order_view(one.seller_id, one.order_id).address
        assert (kept.recipient, kept.landmark) == ("نورة السبيعي", "خلف المسجد")


class TestHolds:
    def test_a_held_basket_is_the_buyers_until_he_confirms(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=5000, units=1)
        buyer.picks(offer)
        checkout_id = new_id()
        assert hold_basket(
            actor=buyer.actor, buyer_id=buyer.id, checkout_id=checkout_id, market=market, on=DAY
        )
        assert buyer.basket().has_problems
        assert not buyer.basket(checkout_id=checkout_id).has_problems
        other = Buyer(market)
        other.picks(offer)
        assert other.confirms().placed == ()
        assert len(buyer.confirms(checkout_id).placed) == 1
        assert_all_proved()

    def test_what_is_not_there_is_not_held(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=5000, units=1), quantity=2)
        assert not hold_basket(
            actor=buyer.actor, buyer_id=buyer.id, checkout_id=new_id(), market=market, on=DAY
        )


class TestProblems:
    def test_each_line_says_what_is_wrong_with_it(self, market, buyer):
        few, gone, dearer = (offer_of_a_store(market, price_minor=5000, units=2) for _ in range(3))
        for offer in (few, gone, dearer):
            buyer.picks(offer)
        set_quantity(actor=buyer.actor, buyer_id=buyer.id, offer_id=few.id, quantity=3)
        count_stock(
            actor=SYSTEM, seller_id=gone.seller_id, stock_id=gone.stock_id, on_hand=0, key=new_id()
        )
        change_price(
            actor=SYSTEM,
            seller_id=dearer.seller_id,
            offer_id=dearer.id,
            price=Money(5100, "SAR"),
            was=None,
            version=dearer.version,
        )
        seen = buyer.basket()
        problems = {line.offer_id: line.problem for s in seen.sellers for line in s.lines}
        assert problems == {few.id: "few_left", gone.id: "sold_out", dearer.id: "price_changed"}
        assert seen.has_problems


def test_a_store_that_has_closed_sells_nothing_any_more(market, buyer):
    offer = offer_of_a_store(market, price_minor=5000, units=5)
    buyer.picks(offer)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE store SET is_open = false WHERE seller_id = %s", [offer.seller_id])
    forget_stores()
    assert buyer.basket().has_problems
    assert not buyer.basket().sellers
    with pytest.raises(EmptyCart):
        buyer.confirms(seen="")
    assert free(offer) == 5


def test_the_whole_checkout_takes_few_statements(market, buyer, django_assert_max_num_queries):
    buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
    seen = buyer.basket().seen
    commissions(market, None, [], DAY)  # its rules are known for half a minute
    with django_assert_max_num_queries(7):
        buyer.confirms(seen=seen)

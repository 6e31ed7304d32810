"""A flash sale from its proposal to its end: who gets what, and that nothing is sold twice."""

from datetime import timedelta

import pytest

from tijara.domains.checkout.actions import finish_checkout
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.checkout.testing import assert_all_proved, free
from tijara.domains.flash_sales.actions import (
    CantJoin,
    SaleInvalid,
    SaleTermsInvalid,
    buy_places,
    end_sale,
    give_back,
    leave_queue,
    settle_purchase,
    turn_sale,
)
from tijara.domains.flash_sales.models import Place
from tijara.domains.flash_sales.shapes import ItemDraft, PlaceState, Purchase, SaleState
from tijara.domains.flash_sales.testing import CARD, STAFF, Shop, Visitor, seller_actor
from tijara.domains.inventory.actions import sweep_holds
from tijara.domains.markets.shapes import CashCode
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.offers.actions import change_price
from tijara.domains.orders.actions import expire_order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.payments.queries import charge_of_checkout
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.platform.action import NotAllowed
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db


@pytest.fixture
def market():
    return make_market(payment_methods=("cash_on_delivery", "card"), pay_minutes=60)


@pytest.fixture
def shop(market):
    return Shop(market, units=3).opened()


class TestProposing:
    def test_sets_nothing_apart_before_the_market_agrees(self, market):
        shop = Shop(market, units=3)
        shop.proposes()
        assert shop.sale.state is SaleState.PROPOSED
        assert free(shop.offers[0]) == 5
        shop.is_agreed()
        assert free(shop.offers[0]) == 2

    def test_the_same_form_twice_is_one_sale(self, market):
        shop = Shop(market)
        assert shop.proposes() == shop.proposes()

    @pytest.mark.parametrize(
        "terms, field",
        [
            ({"starts_at": None}, "starts_at"),
            ({"starts_at": now() - timedelta(days=1)}, "starts_at"),
            ({"ends_at": now()}, "ends_at"),
            ({"name_ar": " "}, "name_ar"),
            ({"per_person": 0}, "per_person"),
            ({"per_person": 3, "per_household": 2}, "per_household"),
            ({"items": []}, "items"),
            ({"price_minor": 99_900}, "items"),
        ],
    )
    def test_says_what_is_wrong(self, market, terms, field):
        with pytest.raises(SaleInvalid) as refused:
            Shop(market, **terms).proposes()
        assert field in refused.value.fields

    def test_another_shops_goods_are_unknown(self, market):
        shop, other = Shop(market), Shop(market)
        shop.draft.items[0] = ItemDraft(other.offers[0].id, 100, 1)
        with pytest.raises(SaleInvalid):
            shop.proposes()

    def test_is_not_agreed_where_the_stock_has_gone(self, market):
        first, second = Shop(market, units=3), None
        first.proposes()
        second = Shop(market, units=3)
        second.offers, second.seller_id = first.offers, first.seller_id
        second.draft.items[0] = ItemDraft(first.offers[0].id, 100, 5)
        second.proposes()
        second.is_agreed()
        with pytest.raises(SaleTermsInvalid):
            first.is_agreed()

    def test_a_seller_does_not_agree_to_his_own(self, market):
        shop = Shop(market)
        shop.proposes()
        with pytest.raises(NotAllowed):
            turn_sale(
                actor=seller_actor(shop.seller_id),
                seller_id=shop.seller_id,
                sale_id=shop.sale_id,
                move="agree",
            )


class TestQueue:
    def test_is_drawn_by_lot_then_first_come(self, market):
        shop = Shop(market, units=50).opened(wave=1)
        early = [Visitor(shop).joins().prepares() for _ in range(12)]
        assert {one.place.position for one in early} == {None}
        shop.begins()
        late = [Visitor(shop).joins() for _ in range(3)]
        shop.ticks()
        by_lot = sorted(early, key=lambda one: one.place.position)
        assert sorted(one.place.position for one in early) == list(range(1, 13))
        assert by_lot != early
        assert [one.place.position for one in late] == [13, 14, 15]

    def test_one_place_a_buyer_who_may_change_his_wish(self, market):
        shop = Shop(market, units=3, goods=2).opened()
        visitor = Visitor(shop).joins()
        first = visitor.place_id
        assert visitor.joins(item=1).place_id == first
        assert visitor.place.item_id == shop.sale.items[1].id

    def test_a_changed_wish_is_prepared_anew(self, market):
        shop = Shop(market, units=3, goods=2).opened()
        visitor = Visitor(shop).joins().prepares()
        assert visitor.place.is_prepared
        assert not visitor.joins(item=1).place.is_prepared

    def test_more_than_a_person_may(self, shop):
        with pytest.raises(CantJoin):
            Visitor(shop).joins(quantity=2)

    def test_turns_begin_as_far_as_there_are_units(self, shop):
        visitors = [Visitor(shop).joins().prepares() for _ in range(5)]
        assert shop.begins() == 3
        states = [one.place.state for one in visitors]
        assert states.count(PlaceState.TURN) == 3
        assert shop.sale.free == 0

    def test_a_turn_that_lapses_goes_to_the_next(self, shop):
        visitors = [Visitor(shop).joins().prepares() for _ in range(4)]
        shop.begins()
        Place.objects.filter(state="turn").update(turn_until=now() - timedelta(seconds=1))
        shop.ticks()
        states = sorted(str(one.place.state) for one in visitors)
        assert states == ["lapsed", "lapsed", "lapsed", "turn"]
        assert shop.sale.held == 1
        assert_all_proved()

    def test_who_leaves_in_his_turn_makes_room(self, shop):
        visitor = Visitor(shop).joins().prepares()
        shop.begins()
        told = {"buyer_id": visitor.id, "seller_id": shop.seller_id, "place_id": visitor.place_id}
        assert leave_queue(actor=visitor.actor, **told)
        assert not leave_queue(actor=visitor.actor, **told)
        assert shop.sale.free == 3
        assert_all_proved()

    def test_who_let_it_pass_stands_at_the_end(self, shop):
        visitor = Visitor(shop).joins().prepares()
        shop.begins()
        Place.objects.filter(state="turn").update(turn_until=now() - timedelta(seconds=1))
        shop.ticks()
        other = Visitor(shop).joins()
        visitor.joins()
        shop.ticks()
        assert visitor.place.position > other.place.position

    def test_before_it_opens_nobody_has_a_turn(self, shop):
        visitor = Visitor(shop).joins()
        assert shop.ticks() == 0
        assert visitor.place.state is PlaceState.WAITING


class TestBuying:
    def test_is_an_order_at_the_sales_price(self, shop):
        visitor = Visitor(shop).joins().prepares()
        shop.begins()
        bought = visitor.buys()
        assert bought.outcome is Purchase.BOUGHT
        order = order_view(shop.seller_id, bought.order_id)
        assert order.lines[0].unit == Money(9900, "SAR")
        assert order.lines[0].reasons[0].name_ar == "عرض الجمعة"
        assert shop.sale.sold == 1 and shop.sale.held == 0
        assert_all_proved()

    def test_twice_is_one_order(self, shop):
        visitor = Visitor(shop).joins().prepares()
        shop.begins()
        first, second = visitor.buys(), visitor.buys()
        assert second.outcome is Purchase.DUPLICATE
        assert second.order_id == first.order_id and second.number == first.number
        assert shop.sale.sold == 1

    def test_only_in_ones_turn_and_prepared(self, shop):
        visitor = Visitor(shop).joins().prepares()
        assert visitor.buys().outcome is Purchase.WAITING
        shop.begins()
        Place.objects.filter(id=visitor.place_id).update(is_ready=False)
        assert visitor.buys().outcome is Purchase.UNPREPARED
        visitor.prepares()
        Place.objects.filter(id=visitor.place_id).update(turn_until=now() - timedelta(seconds=1))
        assert visitor.buys().outcome is Purchase.LAPSED

    def test_not_while_it_is_paused(self, shop):
        visitor = Visitor(shop).joins().prepares()
        shop.begins()
        told = {"actor": STAFF, "seller_id": shop.seller_id, "sale_id": shop.sale_id}
        turn_sale(**told, move="pause")
        assert visitor.buys().outcome is Purchase.NOT_NOW
        turn_sale(**told, move="resume")
        assert visitor.buys().outcome is Purchase.BOUGHT

    def test_a_household_has_no_more_than_it_may(self, shop):
        shop.clock(per_household=2)
        family = [Visitor(shop).joins().prepares() for _ in range(3)]
        shop.begins()
        outcomes = [one.prepares(building="12").buys().outcome for one in family]
        assert outcomes == [Purchase.BOUGHT, Purchase.BOUGHT, Purchase.LIMIT]
        assert_all_proved()

    def test_nor_by_its_phone(self, shop):
        shop.clock(per_household=1)
        family = [Visitor(shop).joins().prepares() for _ in range(2)]
        shop.begins()
        for one in family:
            one.prepares(phone="+966551234567")
        assert [one.buys().outcome for one in family] == [Purchase.BOUGHT, Purchase.LIMIT]

    def test_two_of_a_household_in_one_list_come_one_after_the_other(self, shop):
        shop.clock(per_household=1)
        one, two, other = (Visitor(shop).joins() for _ in range(3))
        for each in (one, two, other):
            each.prepares()
        shop.begins()
        one.prepares(phone="+966551234567")
        two.prepares(phone="+966551234567")
        answers = buy_places(
            actor=SYSTEM,
            seller_id=shop.seller_id,
            place_ids=[one.place_id, two.place_id, other.place_id, one.place_id],
        )
        assert [answer.outcome for answer in answers] == [
            Purchase.BOUGHT,
            Purchase.AGAIN,
            Purchase.BOUGHT,
            Purchase.AGAIN,
        ]
        assert two.buys().outcome is Purchase.LIMIT

    def test_an_edit_of_the_offer_changes_no_order_that_lies_ready(self, market):
        shop = Shop(market, units=2).opened()
        visitor = Visitor(shop).joins().prepares()
        shop.begins()
        change(shop, 30_000)
        bought = visitor.buys()
        assert bought.outcome is Purchase.BOUGHT
        (line,) = order_view(shop.seller_id, bought.order_id).lines
        assert line.unit == Money(9900, "SAR")
        assert_all_proved()

    def test_one_that_is_cheaper_on_the_shelf_is_told_and_fails_nobody_else(self, market):
        shop = Shop(market, units=2, goods=2).opened()
        first, second = Visitor(shop).joins().prepares(), Visitor(shop).joins(item=1).prepares()
        shop.begins()
        change(shop, 9_000)
        answers = buy_places(
            actor=SYSTEM, seller_id=shop.seller_id, place_ids=[first.place_id, second.place_id]
        )
        assert [one.outcome for one in answers] == [Purchase.PRICE_CHANGED, Purchase.BOUGHT]

    def test_unknown_places_are_unknown(self, shop, market):
        other = Shop(market, units=1).opened()
        visitor = Visitor(other).joins()
        (answer,) = buy_places(actor=SYSTEM, seller_id=shop.seller_id, place_ids=[visitor.place_id])
        assert answer.outcome is Purchase.UNKNOWN


def change(shop, minor):
    change_price(
        actor=SYSTEM,
        seller_id=shop.seller_id,
        offer_id=shop.offers[0].id,
        price=Money(minor, "SAR"),
        version=1,
        was=None,
    )


class TestAfter:
    def test_it_has_a_checkout_and_a_charge(self, shop):
        visitor = Visitor(shop).joins().prepares(method=CARD)
        shop.begins()
        bought = visitor.buys()
        told = {"seller_id": shop.seller_id, "checkout_id": bought.checkout_id}
        assert settle_purchase(actor=SYSTEM, **told)
        assert settle_purchase(actor=SYSTEM, **told)
        result = finish_checkout(
            actor=visitor.actor, buyer_id=visitor.id, checkout_id=bought.checkout_id
        )
        assert [one.number for one in result.placed] == [bought.number]
        charge = charge_of_checkout(visitor.id, bought.checkout_id)
        order = order_view(shop.seller_id, bought.order_id)
        assert charge.amount == order.total
        assert order.state is OrderState.PENDING and order.due_at > now()
        assert len(orders_of_buyer(visitor.id)) == 1
        assert_all_proved()

    def test_what_was_not_paid_goes_to_the_next(self, shop):
        visitors = [Visitor(shop).joins().prepares(method=CARD) for _ in range(4)]
        shop.begins()
        winners = [one for one in visitors if one.place.state is PlaceState.TURN]
        (loser,) = [one for one in visitors if one not in winners]
        orders = [one.buys().order_id for one in winners]
        assert loser.buys().outcome is Purchase.WAITING
        expire_order(
            actor=SYSTEM,
            seller_id=shop.seller_id,
            order_id=orders[0],
            reason=CancelReason.NOT_PAID,
        )
        told = {"actor": SYSTEM, "seller_id": shop.seller_id, "order_id": orders[0]}
        assert give_back(**told)
        assert not give_back(**told)
        assert shop.ticks() == 1
        assert loser.buys().outcome is Purchase.BOUGHT
        assert shop.sale.sold == 3 == shop.sale.units
        assert_all_proved()

    def test_its_end_gives_the_rest_back_to_the_shelf(self, shop):
        buyer, idle = (Visitor(shop).joins().prepares() for _ in range(2))
        shop.begins()
        buyer.buys()
        end_sale(actor=STAFF, seller_id=shop.seller_id, sale_id=shop.sale_id)
        assert idle.place.state is PlaceState.LAPSED
        assert free(shop.offers[0]) == 4
        assert shop.sale.state is SaleState.ENDED
        assert_all_proved()

    def test_the_clock_ends_it(self, shop):
        Visitor(shop).joins()
        shop.begins()
        shop.clock(starts_at=now() - timedelta(hours=2), ends_at=now() - timedelta(seconds=1))
        shop.ticks()
        assert shop.sale.state is SaleState.ENDED
        assert free(shop.offers[0]) == 5

    def test_what_is_set_apart_is_not_swept(self, shop):
        sweep_holds(actor=SYSTEM)
        assert free(shop.offers[0]) == 2


class TestCode:
    def test_of_a_cash_order_is_sent_once_though_nobody_went_on_to_its_page(self):
        shop = Shop(make_market(cash_code=CashCode.ALWAYS), units=1).opened()
        visitor = Visitor(shop).joins().prepares()
        shop.begins()
        assert visitor.buys().stands
        while Relay().deliver_pending():
            pass
        phones = [f"+96655{1000000 + visitor.number}"]
        sent = [one for one in recent_messages() if one.recipient in phones]
        assert len(sent) == 1

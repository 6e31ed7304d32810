"""What becomes of units, places and words once an order, a shop or a sale has ended."""

from datetime import timedelta

import pytest

from tijara.domains.checkout.testing import assert_all_proved, free
from tijara.domains.flash_sales.actions import clear_places, end_sale, give_back
from tijara.domains.flash_sales.models import Place
from tijara.domains.flash_sales.shapes import PlaceState, Purchase
from tijara.domains.flash_sales.testing import CARD, STAFF, Shop, Visitor
from tijara.domains.inventory.actions import NotEnoughStock, hold_stock
from tijara.domains.inventory.queries import units_held
from tijara.domains.inventory.shapes import HoldRequest
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.actions import expire_order
from tijara.domains.orders.shapes import CancelReason
from tijara.domains.parties.actions import resume_seller, suspend_seller
from tijara.domains.stores.queries import forget_stores
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop():
    market = make_market(payment_methods=("cash_on_delivery", "card"), pay_minutes=60)
    return Shop(market, units=3).opened()


def bought(shop, **more):
    visitor = Visitor(shop).joins().prepares(**more)
    shop.begins()
    return visitor, visitor.buys().order_id


def expires(shop, order_id):
    return expire_order(
        actor=SYSTEM, seller_id=shop.seller_id, order_id=order_id, reason=CancelReason.NOT_PAID
    )


def gives_back(shop, order_id):
    return give_back(actor=SYSTEM, seller_id=shop.seller_id, order_id=order_id)


class TestUnitsOfAnOrderThatEnded:
    def test_lie_open_for_nobody_until_the_sale_hears_of_it(self, shop):
        """Two pieces are on the ordinary shelf; nobody gets a third."""
        visitor, order_id = bought(shop, method=CARD)
        assert free(shop.offers[0]) == 2
        assert expires(shop, order_id)
        assert free(shop.offers[0]) == 2
        with pytest.raises(NotEnoughStock):
            hold_stock(
                actor=SYSTEM,
                seller_id=shop.seller_id,
                checkout_id=new_id(),
                requests=[HoldRequest(shop.offers[0].stock_id, 3)],
                minutes=10,
            )
        assert_all_proved()
        gives_back(shop, order_id)
        assert free(shop.offers[0]) == 2
        assert units_held(visitor.place.checkout_id, [shop.seller_id]) == {}
        assert shop.sale.units == 3 and shop.sale.free == 3
        assert_all_proved()

    def test_go_to_the_shelf_where_the_sale_is_over(self, shop):
        visitor, order_id = bought(shop, method=CARD)
        end_sale(actor=STAFF, seller_id=shop.seller_id, sale_id=shop.sale_id)
        expires(shop, order_id)
        gives_back(shop, order_id)
        assert free(shop.offers[0]) == 5
        assert visitor.place.state is PlaceState.GIVEN_BACK
        assert_all_proved()


class TestAShopThatIsShut:
    def test_sells_nothing_and_gives_no_turn(self, shop):
        visitor = Visitor(shop).joins().prepares()
        shop.begins()
        late = Visitor(shop).joins().prepares()
        suspend_seller(actor=SYSTEM, seller_id=shop.seller_id, reason="أوراق ناقصة")
        forget_stores()
        assert visitor.buys().outcome is Purchase.NOT_NOW
        Place.objects.filter(state="turn").update(turn_until=now() - timedelta(seconds=1))
        assert shop.ticks() == 0
        assert (visitor.place.state, late.place.state) == (PlaceState.TURN, PlaceState.WAITING)
        assert late.place.position is not None
        resume_seller(actor=SYSTEM, seller_id=shop.seller_id)
        forget_stores()
        assert shop.ticks() == 1
        assert late.buys().outcome is Purchase.BOUGHT


class TestWhatPeopleWrote:
    def test_goes_some_days_after_the_sale(self, shop):
        visitor, _ = bought(shop)
        Visitor(shop).joins().prepares()
        end_sale(actor=STAFF, seller_id=shop.seller_id, sale_id=shop.sale_id)
        shop.clock(ended_at=now() - timedelta(days=6))
        assert clear_places(actor=SYSTEM) == 0
        shop.clock(ended_at=now() - timedelta(days=8))
        before = visitor.place
        while clear_places(actor=SYSTEM):
            pass
        rows = Place.objects.filter(seller_id=shop.seller_id).values_list("order", "intent")
        assert set(rows) == {(None, None)}
        assert visitor.place == before
        assert_all_proved()

    def test_of_a_sale_that_runs_it_stays(self, shop):
        bought(shop)
        assert clear_places(actor=SYSTEM) == 0

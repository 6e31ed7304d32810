"""What the page of a flash sale says to who has pressed: a piece is his once it is paid for."""

import pytest
from django.test import Client

from tijara.domains.checkout.actions import finish_checkout
from tijara.domains.flash_sales.actions import settle_purchase
from tijara.domains.flash_sales.testing import CARD, CASH, Shop, Visitor
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.actions import expire_order
from tijara.domains.orders.shapes import CancelReason
from tijara.domains.payments.queries import charge_of_checkout
from tijara.faces.storefront.flash_bought import Bought, Step, bought_of
from tijara.kit.actor import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop():
    market = make_market(payment_methods=("cash_on_delivery", "card"), pay_minutes=60)
    return Shop(market, units=2).opened()


def presses(shop, method):
    """A visitor in his turn, and what he bought."""
    visitor = Visitor(shop).joins().prepares(method=method)
    assert bought_of(visitor.place) is None
    shop.begins()
    bought = visitor.buys()
    settle_purchase(actor=SYSTEM, seller_id=shop.seller_id, checkout_id=bought.checkout_id)
    finish_checkout(actor=visitor.actor, buyer_id=visitor.id, checkout_id=bought.checkout_id)
    return visitor, bought


def test_what_is_not_paid_is_kept_until_its_hour(shop):
    visitor, bought = presses(shop, CARD)
    due_at = charge_of_checkout(visitor.id, bought.checkout_id).due_at
    assert bought_of(visitor.place) == Bought(Step.PAY, due_at)


def test_what_is_paid_at_the_door_is_his(shop):
    visitor, _ = presses(shop, CASH)
    assert bought_of(visitor.place) == Bought(Step.DONE)


def test_an_order_that_ended_is_not_called_his(shop):
    visitor, bought = presses(shop, CARD)
    expire_order(
        actor=SYSTEM,
        seller_id=shop.seller_id,
        order_id=bought.order_id,
        reason=CancelReason.NOT_PAID,
    )
    assert bought_of(visitor.place) == Bought(Step.GONE)


def test_who_holds_no_place_has_bought_nothing(shop):
    assert bought_of(None) is None


def test_the_name_of_a_sale_is_plain_in_the_title_of_its_page(shop):
    shown = Client().get(f"/s/{shop.store.slug}/sales/{shop.sale_id}").text
    title = shown[shown.index("<title>") : shown.index("</title>")]
    assert "عرض الجمعة" in title and "&lt;" not in title and "<bdi>" not in title

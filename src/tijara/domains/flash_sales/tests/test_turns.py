"""Who gets a turn: whoever is ready, a household no more than it may, nobody a third time."""

from datetime import timedelta

import pytest

from tijara.domains.checkout.testing import assert_all_proved
from tijara.domains.flash_sales.actions import CantJoin, leave_queue
from tijara.domains.flash_sales.models import Place
from tijara.domains.flash_sales.shapes import PlaceState, Purchase
from tijara.domains.flash_sales.testing import Shop, Visitor
from tijara.domains.markets.testing import make_market
from tijara.kit.clock import now
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def market():
    return make_market()


@pytest.fixture
def shop(market):
    return Shop(market, units=3).opened()


def test_no_unit_is_kept_for_who_has_nothing_ready(shop):
    """He keeps his place, and is called at it in the second in which he is ready."""
    first = Visitor(shop).joins()
    others = [Visitor(shop).joins().prepares() for _ in range(2)]
    assert shop.begins() == 2
    assert first.place.state is PlaceState.WAITING and shop.sale.free == 1
    assert {one.place.state for one in others} == {PlaceState.TURN}
    late = Visitor(shop).joins()
    shop.ticks()
    late.prepares()
    first.prepares()
    assert shop.ticks() == 1
    assert first.place.state is PlaceState.TURN and late.place.state is PlaceState.WAITING


def test_who_has_missed_two_turns_is_out(shop):
    visitor = Visitor(shop).joins().prepares()
    shop.begins()
    for _ in range(2):
        Place.objects.filter(state="turn").update(turn_until=now() - timedelta(seconds=1))
        shop.ticks()
        assert visitor.place.state is PlaceState.LAPSED
        if visitor.place.missed < 2:
            assert visitor.joins().prepares().place.state is PlaceState.WAITING
            shop.ticks()
    with pytest.raises(CantJoin) as refused:
        visitor.joins()
    assert refused.value.facts["because"] == "missed"


def test_leaving_ones_turn_counts_like_missing_it(shop):
    visitor = Visitor(shop).joins().prepares()
    shop.begins()
    told = {"buyer_id": visitor.id, "seller_id": shop.seller_id, "place_id": visitor.place_id}
    leave_queue(actor=visitor.actor, **told)
    visitor.joins().prepares()
    shop.ticks()
    leave_queue(actor=visitor.actor, **told)
    with pytest.raises(CantJoin):
        visitor.joins()


def test_of_a_household_no_more_have_a_turn_than_may_buy(market):
    shop = Shop(market, units=9, per_household=2).opened()
    family = [Visitor(shop).joins().prepares(building="12") for _ in range(4)]
    shop.begins()
    for _ in range(4):
        shop.ticks()
    states = [str(one.place.state) for one in family]
    assert sorted(states) == ["turn", "turn", "waiting", "waiting"]
    had = [one for one in family if one.place.state is PlaceState.TURN]
    assert {one.buys().outcome for one in had} == {Purchase.BOUGHT}
    assert shop.ticks() == 0 and shop.sale.free == 7
    assert_all_proved()


def test_a_guest_is_one_person_by_his_phone(market):
    """In however many browsers he stands; people with accounts may share a phone."""
    shop = Shop(market, units=9, per_person=1, per_household=2).opened()
    phone = {"phone": "+966551234567"}
    guests = [Visitor(shop).joins().prepares(**phone) for _ in range(3)]
    shop.begins()
    shop.ticks()
    assert [str(one.place.state) for one in guests].count("turn") == 1
    other = Shop(market, units=9, per_person=1, per_household=2).opened()
    people = [Visitor(other, person_id=new_id()).joins().prepares(**phone) for _ in range(3)]
    other.begins()
    other.ticks()
    assert [str(one.place.state) for one in people].count("turn") == 2


def test_nor_does_he_buy_more_with_a_phone_that_he_writes_in_his_turn(shop):
    one, two = (Visitor(shop).joins().prepares() for _ in range(2))
    shop.begins()
    one.prepares(phone="+966551234567")
    two.prepares(phone="+966551234567")
    assert [one.buys().outcome, two.buys().outcome] == [Purchase.BOUGHT, Purchase.LIMIT]
    assert_all_proved()

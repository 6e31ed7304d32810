"""Which ways a seller's parcel may take to a city, at what price, and who may say so."""

from datetime import date

import pytest

from tijara.domains.markets.testing import make_market
from tijara.domains.parties.testing import make_seller
from tijara.domains.shipping.actions import (
    LastWay,
    NoWayLeft,
    OwnServiceInvalid,
    OwnZoneInvalid,
    ServiceInvalid,
    ServiceNotAllowed,
    ZoneInvalid,
    drop_market_zone,
    drop_own_zone,
    reset_own_service,
    set_market_service,
    set_market_zone,
    set_own_service,
    set_own_zone,
)
from tijara.domains.shipping.queries import delivery_options, seller_delivery, service_name
from tijara.domains.shipping.shapes import DeliveryCode, ServiceName, ServiceTerms, Zone
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import SELLER_POWERS, STAFF_POWERS
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db
THURSDAY = date(2026, 11, 19)
EXPRESS = ServiceTerms(DeliveryCode.EXPRESS, 3500, None, 0, 1)
PICKUP = ServiceTerms(DeliveryCode.PICKUP, 0, None, 0, 0)
OWN = ServiceTerms(DeliveryCode.STANDARD, 900, 5000, 2, 4)


@pytest.fixture
def market():
    return make_market(delivery_limit_minor=4000, delivery_limit_days=10)


@pytest.fixture
def seller_id(market):
    return make_seller(market)


@pytest.fixture
def ways(market, seller_id):
    """The options for goods of 100.00 to a city, by their code."""

    def ask(city: str = "sa-riyadh", items: int = 10000) -> dict:
        asked = delivery_options(market, seller_id, Money(items, "SAR"), city, 1, THURSDAY)
        return {option.code: option for option in asked}

    return ask


def seller(seller_id) -> Actor:
    return Actor(ActorKind.SELLER, new_id(), seller_id, SELLER_POWERS)


def test_where_nobody_said_anything_the_markets_standard_holds(ways):
    [option] = ways().values()
    assert (option.code, option.price) == ("standard", Money(2000, "SAR"))
    assert (option.earliest, option.latest) == (date(2026, 11, 23), date(2026, 11, 25))
    names = ServiceName(option.name_ar, option.name_en, option.name_fr)
    assert names == service_name("standard")


def test_a_way_that_the_market_allows_is_every_sellers(ways, market):
    set_market_service(actor=SYSTEM, market_id=market.id, terms=EXPRESS)
    assert list(ways()) == ["standard", "express"]
    assert ways()["express"].earliest == date(2026, 11, 22)


def test_goods_are_picked_up_only_where_the_seller_named_the_place(ways, market, seller_id):
    set_market_service(actor=SYSTEM, market_id=market.id, terms=PICKUP)
    assert "pickup" not in ways()
    with pytest.raises(OwnServiceInvalid) as refused:
        set_own_service(actor=SYSTEM, seller_id=seller_id, terms=PICKUP)
    assert refused.value.fields == {"place": "required"}
    there = ServiceTerms(DeliveryCode.PICKUP, 0, None, 0, 0, "حي العليا، مقابل المكتبة")
    set_own_service(actor=seller(seller_id), seller_id=seller_id, terms=there)
    assert ways()["pickup"].place == there.place
    set_market_zone(actor=SYSTEM, market_id=market.id, zone=Zone("sa-sharurah", is_served=False))
    assert list(ways("sa-sharurah")) == ["pickup"]


def test_a_sellers_own_terms_go_before_the_markets(ways, seller_id):
    set_own_service(actor=seller(seller_id), seller_id=seller_id, terms=OWN)
    option = ways(items=4999)["standard"]
    assert (option.price, option.free_from) == (Money(900, "SAR"), Money(5000, "SAR"))
    assert option.latest == date(2026, 11, 26)
    assert ways(items=5000)["standard"].price == Money(0, "SAR")
    reset_own_service(actor=seller(seller_id), seller_id=seller_id, code=DeliveryCode.STANDARD)
    assert ways()["standard"].price == Money(2000, "SAR")


def test_his_terms_keep_within_the_markets_limits(seller_id):
    for terms, field in [
        (ServiceTerms(DeliveryCode.STANDARD, 4001, None, 1, 3), "price"),
        (ServiceTerms(DeliveryCode.STANDARD, 100, None, 1, 11), "to_days"),
        (ServiceTerms(DeliveryCode.STANDARD, -1, None, 1, 3), "price"),
        (ServiceTerms(DeliveryCode.STANDARD, 1, -1, 1, 3), "free_from"),
        (ServiceTerms(DeliveryCode.STANDARD, 1, None, 3, 1), "to_days"),
        (ServiceTerms(DeliveryCode.STANDARD, 1, None, -1, 1), "from_days"),
    ]:
        with pytest.raises(OwnServiceInvalid) as refused:
            set_own_service(actor=seller(seller_id), seller_id=seller_id, terms=terms)
        assert set(refused.value.fields) == {field}
    assert not seller_delivery(seller_id).services


def test_he_offers_no_way_that_the_market_does_not_have(ways, market, seller_id):
    with pytest.raises(ServiceNotAllowed):
        set_own_service(actor=seller(seller_id), seller_id=seller_id, terms=EXPRESS)
    set_market_service(actor=SYSTEM, market_id=market.id, terms=EXPRESS)
    set_own_service(actor=seller(seller_id), seller_id=seller_id, terms=EXPRESS)
    assert "express" in ways()
    gone = ServiceTerms(DeliveryCode.EXPRESS, 3500, None, 0, 1, is_offered=False)
    set_market_service(actor=SYSTEM, market_id=market.id, terms=gone)
    assert "express" not in ways()


def test_one_way_always_stays(market, seller_id):
    none = ServiceTerms(DeliveryCode.STANDARD, 0, None, 1, 3, is_offered=False)
    with pytest.raises(NoWayLeft):
        set_own_service(actor=seller(seller_id), seller_id=seller_id, terms=none)
    set_market_service(actor=SYSTEM, market_id=market.id, terms=PICKUP)
    there = ServiceTerms(DeliveryCode.PICKUP, 0, None, 0, 0, "العليا")
    set_own_service(actor=seller(seller_id), seller_id=seller_id, terms=there)
    set_own_service(actor=seller(seller_id), seller_id=seller_id, terms=none)
    with pytest.raises(LastWay):
        reset_own_service(actor=seller(seller_id), seller_id=seller_id, code=DeliveryCode.PICKUP)


def test_a_far_region_is_dearer_and_slower_and_a_city_of_it_may_be_closer(ways, market):
    set_market_zone(actor=SYSTEM, market_id=market.id, zone=Zone("SA-10", True, 1500, 2))
    far = ways("sa-sharurah")["standard"]
    assert (far.price, far.latest) == (Money(3500, "SAR"), date(2026, 11, 29))
    set_market_zone(actor=SYSTEM, market_id=market.id, zone=Zone("sa-sharurah", True, 500, 0))
    assert ways("sa-sharurah")["standard"].price == Money(2500, "SAR")
    assert ways("sa-najran")["standard"].price == Money(3500, "SAR")
    assert ways("sa-riyadh")["standard"].price == Money(2000, "SAR")
    drop_market_zone(actor=SYSTEM, market_id=market.id, place="SA-10")
    assert ways("sa-najran")["standard"].price == Money(2000, "SAR")


def test_free_is_free_however_far(ways, market):
    set_market_zone(actor=SYSTEM, market_id=market.id, zone=Zone("SA-10", True, 1500, 2))
    assert ways("sa-najran", items=20000)["standard"].price == Money(0, "SAR")


def test_where_nobody_goes_there_is_no_way(ways, market, seller_id):
    set_own_zone(
        actor=seller(seller_id), seller_id=seller_id, zone=Zone("sa-najran", is_served=False)
    )
    assert not ways("sa-najran")
    drop_own_zone(actor=seller(seller_id), seller_id=seller_id, place="sa-najran")
    assert ways("sa-najran")
    set_market_zone(actor=SYSTEM, market_id=market.id, zone=Zone("SA-10", is_served=False))
    set_own_zone(actor=seller(seller_id), seller_id=seller_id, zone=Zone("sa-najran"))
    assert not ways("sa-najran")


def test_what_is_wrong_with_a_place_is_told(market, seller_id):
    with pytest.raises(ZoneInvalid) as refused:
        set_market_zone(actor=SYSTEM, market_id=market.id, zone=Zone("eg-giza", True, -1, 99))
    assert set(refused.value.fields) == {"place", "extra", "extra_days"}
    with pytest.raises(OwnZoneInvalid) as refused:
        set_own_zone(actor=SYSTEM, seller_id=seller_id, zone=Zone("nowhere", True, 4001, 11))
    assert set(refused.value.fields) == {"place", "extra", "extra_days"}


def test_the_standard_way_is_the_policys(market):
    with pytest.raises(ServiceInvalid):
        set_market_service(actor=SYSTEM, market_id=market.id, terms=OWN)


def test_sellers_set_their_own_terms_only_and_staff_the_markets(market, seller_id):
    staff = Actor(ActorKind.STAFF, new_id(), None, STAFF_POWERS)
    set_market_service(actor=staff, market_id=market.id, terms=EXPRESS)
    with pytest.raises(NotAllowed):
        set_market_service(actor=seller(seller_id), market_id=market.id, terms=EXPRESS)
    with pytest.raises(NotAllowed):
        set_own_service(actor=seller(new_id()), seller_id=seller_id, terms=OWN)
    with pytest.raises(NotAllowed):
        set_own_zone(actor=seller(new_id()), seller_id=seller_id, zone=Zone("sa-najran"))


def test_terms_are_kept_a_while_and_asked_for_together(market, seller_id, ways):
    ways()
    with pytest.MonkeyPatch.context() as nothing_is_read:
        nothing_is_read.setattr("django.db.backends.utils.CursorWrapper.execute", None)
        assert ways("sa-jeddah")

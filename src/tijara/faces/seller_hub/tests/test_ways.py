"""A seller sets how he delivers, within the market's limits."""

import pytest

from tijara.domains.markets.testing import make_market
from tijara.domains.shipping.actions import set_market_service
from tijara.domains.shipping.queries import seller_delivery
from tijara.domains.shipping.shapes import DeliveryCode, ServiceTerms
from tijara.kit.actor import SYSTEM

pytestmark = pytest.mark.django_db(transaction=True)
TYPED = {"is_offered": "1", "price": "١٨", "free_from": "200", "from_days": "1", "to_days": "2"}


@pytest.fixture
def shop(open_shop):
    opened = open_shop()
    market = make_market(delivery_limit_minor=4000)
    pickup = ServiceTerms(DeliveryCode.PICKUP, 0, None, 0, 0)
    set_market_service(actor=SYSTEM, market_id=market.id, terms=pickup)
    return opened


def test_his_own_terms_are_kept_shown_and_given_up(shop):
    assert "شروط السوق" in shop.read("/hub/delivery")
    assert shop.post("/hub/delivery/standard", **TYPED).status_code == 303
    [own] = seller_delivery(shop.seller_id).services
    assert (own.price_minor, own.free_from_minor, own.to_days) == (1800, 20000, 2)
    assert "شروطك" in shop.read("/hub/delivery")
    shop.post("/hub/delivery/standard/reset")
    assert not seller_delivery(shop.seller_id).services


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"price": "41"}, "price"), ({"price": "كثير"}, "price"), ({"to_days": "0"}, "to_days")],
)
def test_what_goes_too_far_is_told_at_its_field_and_stays_typed(shop, typed, field):
    answer = shop.post("/hub/delivery/standard", **(TYPED | typed))
    page = answer.content.decode()
    assert answer.status_code == 422 and "aria-invalid" in page
    assert f'value="{typed[field]}"' in page
    assert not seller_delivery(shop.seller_id).services


def test_a_place_to_pick_up_is_needed(shop):
    assert shop.post("/hub/delivery/pickup", **TYPED).status_code == 422
    assert shop.post("/hub/delivery/pickup", **TYPED, place="العليا، يوميًا 4–10").status_code == 303


def test_the_last_way_stays(shop):
    assert shop.post("/hub/delivery/standard", price="10", to_days="1").status_code == 303
    assert not seller_delivery(shop.seller_id).services


def test_ways_that_are_not_there_are_unknown(shop):
    assert shop.post("/hub/delivery/rocket", **TYPED).status_code == 404
    assert shop.post("/hub/delivery/express", **TYPED).status_code == 303
    assert not seller_delivery(shop.seller_id).services


def test_places_are_set_and_removed(shop):
    place = {"zone": "sa-najran", "is_served": "no", "extra": "", "extra_days": ""}
    assert shop.post("/hub/delivery/zones", **place).status_code == 303
    assert "نجران" in shop.read("/hub/delivery")
    assert shop.post("/hub/delivery/zones", **(place | {"zone": "eg-dokki"})).status_code == 422
    shop.post("/hub/delivery/zones/removal", zone="sa-najran")
    assert not seller_delivery(shop.seller_id).zones


ABROAD = {"country": "KW", "price": "٤٥", "free_from": "600", "from_days": "3", "to_days": "6"}


def test_countries_abroad_are_there_only_where_the_market_has_some(shop):
    assert 'id="abroad"' not in shop.read("/hub/delivery")
    assert shop.post("/hub/delivery/countries", **ABROAD).status_code == 422
    make_market(delivery_limit_minor=4000, abroad=("KW",))
    assert shop.post("/hub/delivery/countries", **ABROAD).status_code == 303
    [own] = seller_delivery(shop.seller_id).abroad
    assert (own.country, own.price_minor, own.free_from_minor) == ("KW", 4500, 60000)
    assert "الكويت" in shop.read("/hub/delivery")
    make_market(delivery_limit_minor=4000)
    assert "السوق لا يوصّل إليه" in shop.read("/hub/delivery")
    shop.post("/hub/delivery/countries/removal", country="KW")
    assert seller_delivery(shop.seller_id).abroad == ()


@pytest.mark.parametrize(
    "typed", [{"country": ""}, {"country": "QA"}, {"price": ""}, {"price": "x"}, {"to_days": "1"}]
)
def test_what_is_wrong_with_a_country_is_told_and_stays_typed(shop, typed):
    make_market(abroad=("KW",))
    answer = shop.post("/hub/delivery/countries", **(ABROAD | typed))
    page = answer.content.decode()
    assert answer.status_code == 422 and "aria-invalid" in page and 'value="600"' in page
    assert seller_delivery(shop.seller_id).abroad == ()

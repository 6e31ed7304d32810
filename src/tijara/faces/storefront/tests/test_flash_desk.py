"""The button of a flash sale at the front: many presses, one call."""

import pytest
from django.test import Client

from tijara.domains.flash_sales.queries import pass_of
from tijara.domains.flash_sales.testing import Shop, Visitor
from tijara.domains.markets.testing import make_market
from tijara.faces.storefront.flash_desk import FlashDesk
from tijara.faces.storefront.flash_passes import cookie_of

from .at_the_front import answers

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def shop():
    return Shop(make_market(), units=5).opened()


@pytest.fixture
def desk():
    desk = FlashDesk()
    yield desk
    desk.desk.close()


def scope_of(shop, passed, *, site=b"same-origin", method="POST", end="/purchase", more=""):
    headers = [
        (b"host", b"localhost"),
        (b"cookie", f"buyer=x; {cookie_of(shop.sale_id)}={passed}{more}".encode()),
    ]
    if site:
        headers.append((b"sec-fetch-site", site))
    path = f"/en/s/{shop.store.slug}/sales/{shop.sale_id}{end}"
    asked = {"type": "http", "method": method, "path": path, "query_string": b""}
    return asked | {"headers": headers}


def test_an_address_with_line_breaks_leads_to_one_without(shop, desk):
    visitor = Visitor(shop).joins().prepares()
    scope = scope_of(shop, pass_of(shop.seller_id, visitor.place_id))
    scope["path"] = scope["path"].replace(shop.store.slug, "x\r\nset-cookie: a=b")
    (sent,) = answers(desk, scope)
    assert b"\r" not in dict(sent[0]["headers"])[b"location"]


def press(desk, *scopes):
    """What each was answered: the end of the address that it leads to, or False."""
    return [_end(sent, scope) for sent, scope in zip(answers(desk, *scopes), scopes, strict=True)]


def _end(sent, scope):
    if sent is None:
        return False
    location = dict(sent[0]["headers"])[b"location"].decode()
    assert location.startswith(f"/en/s/{scope['path'].split('/')[3]}/sales/")
    return location.partition("answer=")[2]


def test_many_press_and_each_is_told_what_came_of_his(shop, desk):
    visitors = [Visitor(shop).joins().prepares() for _ in range(7)]
    shop.begins()
    told = press(desk, *(scope_of(shop, pass_of(shop.seller_id, one.place_id)) for one in visitors))
    assert sorted(told) == ["bought"] * 5 + ["waiting"] * 2
    assert shop.sale.sold == 5


def test_where_too_many_press_it_says_in_how_many_seconds_to_press_again(shop, desk):
    visitor = Visitor(shop).joins().prepares()
    shop.begins()
    passed = pass_of(shop.seller_id, visitor.place_id)
    told = press(desk, *[scope_of(shop, passed)] * 25)
    busy = next(one for one in told if one.startswith("busy"))
    answer, _, seconds = busy.partition("&seconds=")
    assert answer == "busy" and int(seconds) >= 1
    address = f"/en/s/{shop.store.slug}/sales/{shop.sale_id}"
    said = Client().get(f"{address}?answer=busy&seconds=7").text
    assert "press again in 7 seconds" in said
    assert "press again in 1 second." in Client().get(f"{address}?answer=busy&seconds=x").text


def test_two_of_a_household_are_asked_one_after_the_other(shop, desk):
    shop.clock(per_household=1)
    family = [Visitor(shop).joins().prepares() for _ in range(2)]
    shop.begins()
    for one in family:
        one.prepares(phone="+966551234567")
    told = press(desk, *(scope_of(shop, pass_of(shop.seller_id, one.place_id)) for one in family))
    assert sorted(told) == ["bought", "limit"]


@pytest.mark.parametrize(
    "given", [{"site": b"cross-site"}, {"site": b""}, {"method": "GET"}, {"end": "/order"}]
)
def test_what_it_can_not_judge_is_djangos(shop, desk, given):
    visitor = Visitor(shop).joins().prepares()
    passed = pass_of(shop.seller_id, visitor.place_id)
    assert press(desk, scope_of(shop, passed, **given)) == [False]


def test_a_forged_pass_is_djangos(shop, desk):
    visitor = Visitor(shop).joins().prepares()
    passed = pass_of(shop.seller_id, visitor.place_id)
    assert press(desk, scope_of(shop, passed[:-1] + "x"), scope_of(shop, "")) == [False, False]

"""The waiting room of a flash sale at the front: many look again, one look at the database."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tijara.domains.flash_sales.queries import forget_queues, forget_sales, pass_of
from tijara.domains.flash_sales.testing import Shop, Visitor
from tijara.domains.markets.testing import make_market
from tijara.faces.storefront import flash_rooms
from tijara.faces.storefront.flash_desk import FlashDesk
from tijara.faces.storefront.flash_passes import cookie_of

from .at_the_front import answers

pytestmark = pytest.mark.django_db(transaction=True)
FETCHED = (b"sec-fetch-mode", b"cors")


@pytest.fixture
def shop():
    return Shop(make_market(), units=2).opened()


@pytest.fixture
def desk():
    desk = FlashDesk()
    yield desk
    desk.desk.close()
    desk.rooms.desk.close()


def path_of(shop, language=""):
    return f"{language}/s/{shop.store.slug}/sales/{shop.sale_id}"


def scope_of(shop, visitor, *, query=b"part=room", mode=FETCHED, language="", passed=None):
    told = pass_of(shop.seller_id, visitor.place_id) if passed is None else passed
    cookies = f"buyer=x; {cookie_of(shop.sale_id)}={told}".encode()
    headers = [(b"host", b"localhost"), (b"cookie", cookies), mode]
    return {
        "type": "http",
        "method": "GET",
        "path": path_of(shop, language),
        "query_string": query,
        "headers": headers,
        "client": ("127.0.0.1", 1),
    }


def look(desk, *scopes):
    """What each was shown, or False where Django is to be asked."""
    return [_shown(sent) for sent in answers(desk, *scopes)]


def _shown(sent):
    if sent is None:
        return False
    assert sent[0]["status"] == 200
    return sent[1]["body"].decode()


def begun(shop, people):
    visitors = [Visitor(shop).joins().prepares() for _ in range(people)]
    shop.begins()
    return visitors


def test_each_is_told_how_many_are_before_him(shop, desk):
    visitors = begun(shop, 6)
    shown = look(desk, *(scope_of(shop, one) for one in visitors))
    assert shown.count(False) == 2  # who has a turn
    waiting = [room for room in shown if room]
    assert len(set(waiting)) == 4
    assert sum("أنت التالي" in room for room in waiting) == 1


def test_it_says_what_django_says(shop, desk):
    visitor = Visitor(shop).joins()
    passed = f"{cookie_of(shop.sale_id)}={pass_of(shop.seller_id, visitor.place_id)}"
    client = Client(headers={"cookie": passed})
    for language in ("", "/en"):
        said = client.get(path_of(shop, language) + "?part=room").text
        (shown,) = look(desk, scope_of(shop, visitor, language=language))
        assert "data-watch" in shown and shown.split() == said.split()


def test_many_looks_are_few_statements(shop, monkeypatch):
    visitors = begun(shop, 42)
    key = (shop.seller_id, shop.sale_id, "ar")
    forget_queues()
    forget_sales()
    with CaptureQueriesContext(connection) as asked:
        shown = flash_rooms._looked(key, [one.place_id for one in visitors])
    assert sum(room is not None for room in shown) == 40
    assert len([one for one in asked if "SAVEPOINT" not in one["sql"]]) <= 9


@pytest.mark.parametrize(
    "given",
    [
        {"query": b""},
        {"query": b"part=room&x=1"},
        {"mode": (b"sec-fetch-mode", b"navigate")},
        {"passed": ""},
        {"passed": "forged"},
    ],
)
def test_what_it_can_not_judge_is_djangos(shop, desk, given):
    assert look(desk, scope_of(shop, Visitor(shop).joins(), **given)) == [False]


def test_an_address_that_holds_no_id_is_djangos(shop, desk):
    asked = scope_of(shop, Visitor(shop).joins())
    asked["path"] = asked["path"].replace(str(shop.sale_id), "-" * 36)
    assert look(desk, asked) == [False]


def test_a_pass_of_another_sale_opens_no_room(shop, desk):
    other = Shop(shop.market, units=1).opened()
    stranger = Visitor(other).joins()
    passed = pass_of(other.seller_id, stranger.place_id)
    assert look(desk, scope_of(shop, stranger, passed=passed)) == [False]


def test_whose_turn_has_come_is_sent_to_the_whole_page(shop, desk):
    (visitor,) = begun(shop, 1)
    assert visitor.place.state == "turn"
    assert look(desk, scope_of(shop, visitor)) == [False]

"""Filters: in the address, beside the goods, as chips; and what the search box offers."""

import html
import json
import re

import pytest

from tijara.domains.catalogue.testing import make_product
from tijara.domains.search.actions import recount_shelves
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.shipping.actions import set_own_service, set_own_zone
from tijara.domains.shipping.shapes import DeliveryCode, ServiceTerms, Zone
from tijara.domains.stores.queries import store_by_slug
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.recent import forget_all
from tijara.platform.outbox.relay import Relay

from .shopper import Shopper

pytestmark = pytest.mark.django_db(transaction=True)
SHELF = "/c/coffee"
CHIP = re.compile(r'<a class="chip" href="(\?[^"]*)" rel="nofollow"><bdi>([^<]*)')


@pytest.fixture
def visitor():
    return Shopper()


@pytest.fixture
def goods():
    first, second = make_store(slug="nahhas", name_ar="بيت النحّاس"), make_store(slug="other")
    for number, (brand, price, was, units, store) in enumerate(
        [
            ("نجم", 2000, None, 5, first),
            ("نجم", 12050, 15000, 5, first),
            ("هلال", 30000, None, 0, second),
            ("هلال & شركاه", 70000, 80000, 3, second),
        ]
    ):
        product = make_product(
            name_ar=f"سلعة {number}",
            name_en="",
            brand_ar=brand,
            category_path_ar=("قهوة",),
            category_path_en=("Coffee",),
        )
        make_shelved_offer(
            seller_id=store.seller_id,
            product=product,
            price_minor=price,
            was_minor=was,
            units=units,
        )
    forget_all()


def shown(page):
    return sorted(set(re.findall(r"سلعة \d", page)))


def test_every_pick_stands_in_the_address(visitor, goods):
    assert shown(visitor.sees(f"{SHELF}?brand=نجم")) == ["سلعة 0", "سلعة 1"]
    assert shown(visitor.sees(f"{SHELF}?brand=نجم&brand=هلال")) == ["سلعة 0", "سلعة 1", "سلعة 2"]
    assert shown(visitor.sees(f"{SHELF}?price=-100")) == ["سلعة 0"]
    assert shown(visitor.sees(f"{SHELF}?price=120.5-300")) == ["سلعة 1"]
    assert shown(visitor.sees(f"{SHELF}?from=١٠٠&to=500")) == ["سلعة 1", "سلعة 2"]
    assert shown(visitor.sees(f"{SHELF}?store=nahhas")) == ["سلعة 0", "سلعة 1"]
    assert shown(visitor.sees(f"{SHELF}?in_stock=1&reduced=1")) == ["سلعة 1", "سلعة 3"]
    assert shown(visitor.sees(f"{SHELF}?condition=used")) == []


def test_chips_take_back_one_pick_each(visitor, goods):
    page = html.unescape(visitor.sees(f"{SHELF}?brand=نجم&brand=هلال&in_stock=1&sort=cheap"))
    chips = re.findall(r'<a class="chip" href="(\?[^"]*)" rel="nofollow"><bdi>([^<]*)', page)
    assert [label for _, label in chips] == ["نجم", "هلال", "المتوفّر فقط"]
    assert all(address.startswith("?sort=cheap&") for address, _ in chips)
    assert shown(visitor.sees(SHELF + chips[0][0])) == []
    assert shown(visitor.sees(SHELF + chips[2][0])) == ["سلعة 0", "سلعة 1", "سلعة 2"]
    assert 'href="?sort=cheap"' in page


def test_the_form_carries_on_what_is_picked_and_how_many_there_are(visitor, goods):
    page = html.unescape(visitor.sees(f"{SHELF}?brand=نجم"))
    assert re.search(r'name="brand" value="نجم" checked><bdi>نجم</bdi><span[^>]*>2<', page)
    assert re.search(r'name="brand" value="هلال-شركاه"><bdi>هلال & شركاه</bdi>', page)
    assert 'name="store"' not in page, "one shop only has it: that narrows nothing"
    assert re.search(r'name="store" value="nahhas">', visitor.sees(SHELF))
    assert re.search(r'name="reduced" value="1"><bdi>المخفّض فقط</bdi><span[^>]*>1<', page)


def test_what_arrives_when_and_where_stands_in_the_address(visitor, goods):
    """The market takes three working days at most; nahhas says itself how it goes to Najran."""
    store = store_by_slug("nahhas").seller_id
    page = html.unescape(visitor.sees(SHELF))
    assert "موعد الوصول" not in page, "all of it arrives within the same time"
    fast = ServiceTerms(DeliveryCode.STANDARD, 900, None, 0, 0)
    set_own_service(actor=SYSTEM, seller_id=store, terms=fast)
    set_own_zone(actor=SYSTEM, seller_id=store, zone=Zone("SA-10", is_served=False))
    while Relay().deliver_pending():
        pass
    recount_shelves(actor=SYSTEM, limit=99)
    forget_all()
    page = html.unescape(visitor.sees(f"{SHELF}?sort=cheap"))
    assert "<summary>موعد الوصول</summary>" in page
    assert re.search(r'name="delivery" value="7"><bdi>خلال أسبوع</bdi><span[^>]*>3<', page)
    assert '<option value="SA-10">نجران</option>' in page
    assert shown(visitor.sees(f"{SHELF}?delivery=7")) == ["سلعة 0", "سلعة 1", "سلعة 3"]
    page = html.unescape(visitor.sees(f"{SHELF}?delivery=7&area=SA-10"))
    assert shown(page) == ["سلعة 3"] and '<option value="SA-10" selected>' in page
    assert CHIP.findall(page) == [("?area=SA-10", "خلال أسبوع · نجران")]
    page = html.unescape(visitor.sees(f"{SHELF}?area=SA-10&in_stock=1"))
    assert "noindex" in page and ("?in_stock=1", "نجران") in CHIP.findall(page)
    for odd in ("delivery=2", "delivery=x", "delivery=7&area=EG-SIN", "area='; --"):
        assert len(shown(visitor.sees(f"{SHELF}?{odd}"))) >= 3


def test_only_whole_places_are_for_search_engines(visitor, goods):
    plain, second = visitor.sees(SHELF), visitor.sees(f"{SHELF}?page=2")
    assert "noindex" not in plain and 'rel="canonical" href="http://testserver/c/coffee">' in plain
    assert "noindex" not in second and "/c/coffee?page=2" in second
    for address in (f"{SHELF}?brand=نجم", f"{SHELF}?sort=new", "/search?q=سلعة"):
        page = visitor.sees(address)
        assert '<meta name="robots" content="noindex">' in page
    assert 'href="http://testserver/c/coffee">' in visitor.sees(f"{SHELF}?brand=نجم")


def test_nothing_left_helps_on(visitor, goods):
    page = visitor.sees(f"{SHELF}?brand=نجم&price=5000-")
    assert "لا شيء هنا يجمع ذلك كله" in page and 'href="?"' in page


@pytest.mark.parametrize(
    "odd",
    [
        "brand=%00",
        "brand=%27%20OR%201=1",
        "price=x",
        "price=9-1",
        "price=" + "9" * 40 + "-",
        "store=nowhere",
        "in_stock=yes",
        "attr.x=1",
        "attr.x%27=1",
        "from=abc&to=-5",
        "sort=x&page=x",
        "&".join(f"brand={n}" for n in range(300)),
        "&".join(f"attr.a{n}=1" for n in range(100)),
        "brand=<script>alert(1)</script>",
    ],
)
def test_whatever_stands_in_the_address(visitor, goods, odd):
    page = visitor.sees(f"{SHELF}?{odd}")
    assert "<script>alert" not in page


def test_a_misspelled_search_says_what_it_took_it_for(visitor, goods):
    page = visitor.sees("/search?q=سلعت")
    assert (
        "نتائج <bdi>«سلعة»</bdi>" in page
        and "«<bdi>سلعت</bdi>» مكتوبة هكذا" in page
        and "سلعة 0" in page
    )


def offered(visitor, text):
    answer = visitor.client.get("/search/suggestions", {"q": text})
    assert answer.status_code == 200
    return json.loads(answer.content)["lines"]


def test_the_box_offers_departments_brands_and_products(visitor, goods):
    recount_shelves(actor=SYSTEM, limit=99)
    assert offered(visitor, "قهو")[0] == {"text": "قهوة", "note": "قسم", "href": "/c/coffee"}
    brands = offered(visitor, "هلا")
    assert brands[0]["note"] == "العلامة التجارية" and "brand=" in brands[0]["href"]
    products = offered(visitor, "سلع")
    assert len(products) == 4 and all(line["href"].startswith("/p/") for line in products)
    for odd in ("", " ", "x", "\0", "%", "ض" * 500):
        assert len(offered(visitor, odd)) <= 8


def test_a_category_page_asks_little(visitor, goods, django_assert_max_num_queries):
    recount_shelves(actor=SYSTEM, limit=99)
    visitor.sees(SHELF)
    with django_assert_max_num_queries(2):
        visitor.sees(SHELF)

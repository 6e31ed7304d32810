"""What a visitor sees before he buys: front page, shelves, products, shops, papers."""

import html
import json
import re

import pytest
from django.test import Client

from tijara.domains.catalogue.queries import names_of
from tijara.domains.catalogue.testing import make_product
from tijara.domains.inventory.actions import count_stock
from tijara.domains.markets.actions import declare_operator
from tijara.domains.markets.queries import forget_markets
from tijara.domains.markets.shapes import OperatorPapers
from tijara.domains.markets.testing import make_market
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.queries import stores
from tijara.domains.stores.testing import make_store
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.recent import forget_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor():
    return Shopper()


@pytest.fixture
def offer():
    return make_shelved_offer(price_minor=34900, units=4, was_minor=42000)


def slug_of(offer):
    return names_of([offer.product_id])[offer.product_id].slug


def test_the_front_page_shows_departments_goods_and_shops(visitor, offer):
    make_store(slug="another")
    page = visitor.sees("/")
    assert "القهوة والضيافة" in page and "دلّة نحاسية" in page and "بيت النحّاس" in page
    assert "خصم 16%" in page


def test_a_shop_of_its_own_is_not_told_as_a_market_of_many(visitor, offer):
    page = visitor.sees("/")
    assert "متاجر تستحق" not in page and "باعة بأسمائهم" not in page
    assert "جديد السوق" not in page, "the shelf above shows all that there is"
    assert "الأكثر طلبًا" not in page and "على رفوفنا الآن" in page


def test_cash_is_promised_only_where_it_is_taken(visitor, offer):
    promise = "نقدًا، حين يصير في يدك"
    assert promise in visitor.sees("/")
    make_market(payment_methods=("card",))
    forget_markets()
    forget_all()
    assert promise not in visitor.sees("/")


def test_a_shop_without_goods_is_not_worth_knowing_yet(visitor, offer):
    make_store(slug="still-empty")
    assert "/s/still-empty" not in visitor.sees("/")


def test_what_is_nowhere_can_be_searched_for(visitor, offer):
    answer = Client().get("/p/nowhere")
    assert answer.status_code == 404 and 'action="/search"' in answer.content.decode()


def test_an_empty_market_says_so(visitor):
    make_market()
    assert "نرصّ البضاعة على الرفوف" in visitor.sees("/")


def test_no_market_yet_is_not_an_error_of_ours(visitor):
    """It is set up first (`faces/setup`)."""
    forget_markets()
    visitor.sees("/", status=303)


def test_guests_get_no_session_and_no_cookie_for_looking(visitor, offer):
    for path in ("/", f"/p/{slug_of(offer)}", "/search", "/cart", "/orders"):
        assert not set(visitor.client.get(path).cookies) - {"cart_count"}, path


def test_a_department_shows_its_sections_and_goods(visitor, offer):
    page = visitor.sees("/c/coffee-and-hosting")
    assert "/c/coffee-and-hosting/dallahs" in page and "دلّة نحاسية" in page
    assert "منتج واحد" in page
    visitor.sees("/c/nowhere", status=404)


def test_all_departments_stand_on_one_page(visitor):
    make_market()
    for place in range(12):
        make_product(category_path_ar=(f"قسم {place}",), category_path_en=(f"part {place}",))
    page = visitor.sees("/c/")
    assert all(f"<bdi>قسم {place}</bdi></a>" in page for place in range(12))
    assert visitor.sees("/cart").count("قسم ") < 20


def test_a_shelf_is_sorted_narrowed_and_paged(visitor):
    store = make_shelved_offer(price_minor=100).seller_id
    for price in range(26):
        product = make_product(name_ar=f"سلعة {price}")
        make_shelved_offer(seller_id=store, product=product, price_minor=1000 + price * 100)
    gone = make_shelved_offer(seller_id=store, product=make_product(name_ar="نفدت"), units=0)
    first = visitor.sees("/search?sort=cheap")
    assert "سلعة 2<" in first and "سلعة 25<" not in first and "?sort=cheap&amp;page=2" in first
    assert "سلعة 25<" in visitor.sees("/search?sort=cheap&page=2")
    assert "نفدت<" in visitor.sees("/search?sort=new")
    assert "نفدت<" not in visitor.sees("/search?sort=new&in_stock=1")
    for odd in (
        "sort=x",
        "page=0",
        "page=-1",
        "page=abc",
        "page=99999",
        "in_stock=yes",
        "q=%00%27",
    ):
        visitor.sees(f"/search?{odd}")
    assert gone.free == 0


def test_a_search_finds_and_an_empty_one_helps(visitor, offer):
    assert "دلّة نحاسية" in visitor.sees("/search?q=دلة")
    page = visitor.sees("/search?q=<<ضضضض>>")
    assert "لم نجد شيئًا باسم" in page and "القهوة والضيافة" in page and "<<ض" not in page


def test_a_product_says_price_delivery_stock_fee_and_seller(visitor, offer):
    page = visitor.sees(f"/p/{slug_of(offer)}")
    for word in ("349", "420", "بقيت 4 قطع", "بيت النحّاس", "أرجع خلال 14 يومًا", "التوصيل مجاني"):
        assert word in page, word
    visitor.sees("/p/nothing", status=404)


def test_other_sellers_offers_stand_below(visitor, offer):
    make_shelved_offer(product=_product_of(offer), price_minor=36000)
    page = visitor.sees(f"/p/{slug_of(offer)}")
    assert "عرض آخر لهذا المنتج" in page and "360.00" in page


def test_a_product_leads_on_to_others_of_its_department(visitor, offer):
    assert "قد يعجبك أيضًا" not in visitor.sees(f"/p/{slug_of(offer)}")
    forget_all()
    make_shelved_offer(product=make_product(name_ar="فنجان"))
    page = visitor.sees(f"/p/{slug_of(offer)}")
    assert "قد يعجبك أيضًا" in page and page.count('<article class="card"') == 1


def test_what_is_sold_out_can_not_be_put_in_the_cart(visitor, offer):
    count_stock(
        actor=SYSTEM, seller_id=offer.seller_id, stock_id=offer.stock_id, on_hand=0, key=new_id()
    )
    page = visitor.sees(f"/p/{slug_of(offer)}")
    assert "نفدت الكمية" in page and 'name="offer_id"' not in page


def test_structured_data_can_not_break_out_of_its_element(visitor):
    product = make_product(name_ar="</script><script>alert(1)</script>")
    page = visitor.sees(f"/p/{slug_of(make_shelved_offer(product=product))}")
    assert "<script>alert" not in page
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1]
    (told, _way) = json.loads(data)["@graph"]
    assert told["offers"]["availability"] == "https://schema.org/InStock"


def test_a_shop_shows_who_stands_behind_it(visitor, offer):
    store = stores([offer.seller_id])[offer.seller_id]
    page = visitor.sees(f"/s/{store.slug}")
    assert "مؤسسة بيت النحّاس" in page and "دلّة نحاسية" in page
    visitor.sees("/s/nobody", status=404)


def test_the_papers_tell_the_markets_own_rules(visitor):
    make_market()
    assert "خلال 14 يومًا" in visitor.sees("/returns")
    assert 'value="12.00"' in visitor.sees("/terms")
    for paper in ("/about", "/privacy"):
        visitor.sees(paper)
    assert "Return" in Shopper("/en").sees("/returns")


def test_the_market_says_how_it_is_reached(visitor):
    market = make_market()
    bare = visitor.sees("/contact")
    assert "mailto:" not in bare and "tel:+" not in bare
    papers = OperatorPapers(
        name_ar="شركة <ب>", email="care@example.com", phone="+966112345678", address_ar="الرياض"
    )
    declare_operator(actor=SYSTEM, market_id=market.id, papers=papers)
    told = visitor.sees("/contact")
    assert 'href="mailto:care@example.com"' in told and 'href="tel:+966112345678"' in told
    assert "شركة &lt;ب&gt;" in told and "الرياض" in told and "شكوى" in told
    for start in ("", "/en"):
        assert f'href="{start}/contact"' in Shopper(start).sees("/about")


@pytest.mark.parametrize(
    ("country", "currency", "told", "calls"),
    [
        ("SA", "SAR", "the Ministry of Commerce (its centre for complaints)", 'href="tel:1900"'),
        ("AE", "AED", "the Ministry of Economy, or the department", ""),
        ("BH", "BHD", "consumer protection in your country", ""),
    ],
)
def test_the_last_to_complain_to_is_the_authority_of_the_country(country, currency, told, calls):
    make_market(country.lower(), country=country, currency=currency)
    page = Shopper("/en").sees("/contact")
    assert told in page and calls in page
    assert calls or "tel:" not in page


@pytest.mark.parametrize(
    ("country", "currency", "includes", "told"),
    [
        ("SA", "SAR", True, "Every price includes VAT."),
        ("SA", "SAR", False, "Prices are without VAT."),
        ("KW", "KWD", True, "No VAT is charged here."),
    ],
)
def test_the_terms_say_of_vat_what_is_so(country, currency, includes, told):
    make_market(country.lower(), country=country, currency=currency, prices_include_tax=includes)
    said = Shopper("/en").sees("/terms")
    others = {"Every price includes", "Prices are without", "No VAT is charged"}
    assert told in said and sum(one in said for one in others) == 1


def test_a_market_that_takes_nothing_back_does_not_say_none_days():
    make_market("jo", country="JO", currency="JOD", return_days=0)
    said = html.unescape(Shopper("/en").sees("/returns"))
    assert "What you merely like no more" in said and "0 days" not in said
    assert "Damaged or not as described?" in said


@pytest.mark.parametrize(
    ("country", "currency", "told"),
    [
        ("SA", "SAR", ["By law (E-Commerce Law) you have 7 days", "at least 24 months by law"]),
        ("KW", "KWD", ["Law 39 of 2014) you have 14 days", "Perfumes: only within 1 day"]),
        ("SA", "SAR", ["Goods made to order", "Sealed discs and programs, once opened"]),
        ("AE", "AED", ["What was made to your measure"]),
    ],
)
def test_the_returns_paper_tells_the_law_of_its_country(country, currency, told):
    make_market(country.lower(), country=country, currency=currency)
    page = html.unescape(Shopper("/en").sees("/returns"))
    assert all(each in page for each in told)
    assert ("What the law gives you" in page) == (country != "AE")


def test_every_page_names_its_other_language(visitor, offer):
    page = visitor.sees("/search")
    assert 'hreflang="en" href="http://testserver/en/search"' in page
    assert 'hreflang="ar" href="http://testserver/search"' in Shopper("/en").sees("/search")


def test_pages_only_listen_to_what_they_understand(offer):
    client = Client(headers={"sec-fetch-site": "same-origin"})
    assert client.post("/").status_code == 405
    assert client.get("/cart/tidying").status_code == 405
    assert client.put("/cart").status_code == 405
    assert client.head(f"/p/{slug_of(offer)}").status_code == 200


def _product_of(offer):
    class Product:
        product_id, variant_id = offer.product_id, offer.variant_id

    return Product

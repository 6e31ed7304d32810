"""The product page: options without scripts, many sellers, pictures, digital goods."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tijara.domains.catalogue.actions import (
    arrange_options,
    describe_variants,
    grant_after_sale,
    hang_pictures,
    tax_department,
)
from tijara.domains.catalogue.queries import categories, edited_product, names_of
from tijara.domains.catalogue.shapes import ImportedProduct, Option, OptionValue, VariantDetails
from tijara.domains.catalogue.testing import make_product
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.testing import make_offer
from tijara.domains.parties.testing import make_seller
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.queries import stores
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM
from tijara.kit.recent import forget_all

pytestmark = pytest.mark.django_db
COLOURS = Option(
    "",
    "اللون",
    "Colour",
    "Couleur",
    (
        OptionValue("", "أحمر", "Red", "Rouge", "#aa2222"),
        OptionValue("", "أزرق", "Blue", "Bleu", "#2244aa"),
    ),
)
SIZES = Option("", "المقاس", "Size", "Taille", (OptionValue("", "S"), OptionValue("", "L")))
HOSTILE = "</title><script>alert('x')</script>\"><img src=x onerror=alert(1)>{{ 7|add:7 }}"


@pytest.fixture
def shawl():
    """In two colours and two sizes; nobody sells any yet, and there is no large blue one."""
    made = make_product(name_ar="شال", name_en="Shawl")
    told = {"actor": SYSTEM, "seller_id": None, "product_id": made.product_id}
    arrange_options(**told, options=[COLOURS, SIZES], version=1)
    describe_variants(**told, variants=[VariantDetails(variant(made, "Blue, L"), is_active=False)])
    return made


def variant(made, label):
    variants = edited_product(made.product_id).variants
    return next(one.details.id for one in variants if one.label_en == label)


def sell(made, label, price_minor=10000, units=3):
    sold = ImportedProduct("", made.product_id, variant(made, label), False)
    return make_shelved_offer(price_minor=price_minor, units=units, product=sold)


def page_of(made, query="", prefix="/en"):
    return Shopper(prefix).sees(f"/p/{names_of([made.product_id])[made.product_id].slug}{query}")


def body_of(html):
    """What people see: machines are told of all variants."""
    return html.partition("<body")[2]


def links(html):
    """(variant, state, chosen) of each value that can be picked, by its name."""
    found = re.findall(r'<a class="swatch([^"]*)" href="\?variant=([^"#]*)#in-\d"(.*?)</a>', html)
    return {
        re.search(r"<bdi>(.*?)</bdi>", rest)[1]: (
            id,
            (set(classes.split()) & {"gone", "elsewhere"} or {""}).pop(),
            "aria-current" in rest,
        )
        for classes, id, rest in found
    }


def test_the_best_offers_variant_is_chosen_and_values_lead_to_the_others(shawl):
    sell(shawl, "Red, L", 9000)
    sell(shawl, "Red, S", 8000, units=0)
    sell(shawl, "Blue, S", 9500)
    html = page_of(shawl)
    assert "90.00" in html and links(html) == {
        "Red": (str(variant(shawl, "Red, L")), "", True),
        "Blue": (str(variant(shawl, "Blue, S")), "elsewhere", False),
        "S": (str(variant(shawl, "Red, S")), "gone", False),
        "L": (str(variant(shawl, "Red, L")), "", True),
    }
    assert 'fill="#aa2222"' in html and " style=" not in html
    other = page_of(shawl, f"?variant={variant(shawl, 'Blue, S')}")
    assert "95.00" in other and links(other)["Blue"][2] and "90.00" not in body_of(other)
    gone = page_of(shawl, f"?variant={variant(shawl, 'Red, S')}")
    assert "Sold out in this choice" in gone and 'name="offer_id"' not in gone
    for odd in ("?variant=x", "?variant=", f"?variant={variant(shawl, 'Blue, L')}"):
        assert "90.00" in page_of(shawl, odd)


def test_the_button_puts_the_chosen_variant_into_the_cart(shawl):
    sell(shawl, "Red, S", 8000)
    offer = sell(shawl, "Blue, S", 9500)
    html = page_of(shawl, f"?variant={offer.variant_id}")
    assert re.findall(r'name="offer_id" value="([^"]*)"', html)[0] == str(offer.id)
    shopper = Shopper("/en")
    shopper.picks(offer)
    assert "Blue, S" in shopper.sees("/cart")


def test_a_page_of_two_hundred_variants_and_a_simple_one_take_few_statements(shawl):
    many = Option("", "أ", "", "", tuple(OptionValue("", f"v{n}") for n in range(50)))
    four = Option("", "ب", "", "", tuple(OptionValue("", each) for each in "wxyz"))
    told = {"actor": SYSTEM, "seller_id": None, "product_id": shawl.product_id}
    arrange_options(**told, options=[many, four], version=edited_product(shawl.product_id).version)
    for one in edited_product(shawl.product_id).active[:40]:
        sold = ImportedProduct("", shawl.product_id, one.details.id, False)
        make_offer(product=sold, units=1)
    page_of(shawl)
    with CaptureQueriesContext(connection) as statements:
        html = page_of(shawl)
    assert len(statements) <= 5 and len(links(html)) == 4
    assert html.count('<option value="') == 50 and 'name="variant"' in html


def test_a_product_of_forty_sellers_stays_readable():
    made = make_product()
    for place in range(40):
        make_shelved_offer(price_minor=10000 + place * 100, product=made)
    html = page_of(made)
    before, _, folded = html.partition('<details class="further">')
    assert "100.00" in before and before.count('class="offer"') == 6
    assert folded.count('class="offer"') == 33 and "39 other offers" in before
    assert len(html) < 120_000


def test_a_used_thing_says_so_and_never_stands_before_a_new_one():
    made = make_product()
    make_shelved_offer(price_minor=5000, product=made, condition="used")
    assert "Used" in page_of(made)
    make_shelved_offer(price_minor=9000, product=made)
    html = page_of(made)
    seen = html.partition("</head>")[2]
    assert seen.index("90.00") < seen.index("50.00")


def test_several_pictures_are_shown_with_what_they_show():
    made = make_product()
    make_shelved_offer(product=made)
    pictures = [("dallah-brass", "من الأمام", "From the front"), ("dallah-old", HOSTILE, HOSTILE)]
    hang_pictures(actor=SYSTEM, pictures={made.product_id: pictures})
    html = page_of(made)
    assert 'alt="From the front"' in html and 'href="#picture-2"' in html
    assert "<script>alert" not in html and "<img src=x" not in html


def test_a_digital_thing_is_not_shipped():
    made = make_product(kind="digital")
    make_shelved_offer(product=made)
    html = page_of(made)
    assert "Yours the moment you pay" in html and "Arrives" not in html
    assert "Pay in cash" not in html


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize(
    "name", [HOSTILE, "ش", "و" * 300, "ثوب 服 नमस्ते Тоб", "\u202egnp.exe اسم", "A" * 300]
)
def test_hostile_and_odd_names_break_no_page(name, prefix):
    made = make_product(
        name_ar=name,
        name_en=name,
        name_fr=name,
        about_ar=name,
        about_en=name,
        brand_ar=name[:100],
        brand_en=name[:100],
        sku=name[:70],
        specs=[{"ar": name, "en": name, "value_ar": name, "value_en": name}],
    )
    hostile = Option("", name[:50], name[:50], "", (OptionValue("", name[:50], name[:50]),))
    told = {"actor": SYSTEM, "seller_id": None, "product_id": made.product_id}
    arrange_options(**told, options=[hostile], version=1)
    make_shelved_offer(
        price_minor=999_999_999,
        product=ImportedProduct(
            "", made.product_id, edited_product(made.product_id).active[0].details.id, False
        ),
    )
    html = page_of(made, prefix=prefix)
    assert "9,999,999.99" in html and "<script>alert" not in html and "<img src=x" not in html
    assert "14" not in re.findall(r"<h1[^>]*>(.*?)</h1>", html)[0] and "\u202e" not in html


def test_of_goods_without_a_tax_none_is_said_to_be_in_the_price():
    made = make_product()
    make_shelved_offer(product=made, seller_id=make_seller(vat_number="310122393500003"))
    assert "VAT included" in page_of(made)
    top = next(one for one in categories() if not one.depth)
    tax_department(actor=SYSTEM, category_id=top.id, tax_class="medicine")
    assert "VAT included" not in page_of(made)


def test_who_has_no_vat_number_is_not_said_to_charge_vat():
    made = make_product()
    make_shelved_offer(product=made, seller_id=make_seller(vat_number=""))
    assert "VAT included" not in page_of(made)


def test_where_prices_come_without_vat_every_page_of_goods_says_so():
    made = make_product()
    make_shelved_offer(product=made, seller_id=make_seller(vat_number="310122393500003"))
    told = "Prices are without VAT"
    guest = Shopper("/en")
    assert all(told not in guest.sees(path) for path in ("/", "/cart", "/search?q=dallah"))
    make_market(prices_include_tax=False)
    forget_all()
    assert all(told in guest.sees(path) for path in ("/", "/cart", "/search?q=dallah"))


def test_a_shops_window_sells_its_own_offer_though_another_is_cheaper():
    made = make_product()
    make_shelved_offer(price_minor=5000, product=made)
    dear = make_shelved_offer(price_minor=9000, product=made)
    window = Shopper("/en").sees(f"/s/{slug_of(dear)}").partition('id="goods"')[2]
    assert "90.00" in window and "50.00" not in window and str(dear.id) in window
    page = Shopper().sees(re.search(r'href="(/en/p/[^"]+)"', window)[1])
    assert str(dear.id) in first_form(page) and "50.00" in page
    assert str(dear.id) not in first_form(page_of(made))


def test_what_a_shop_has_sold_out_is_bought_from_another_on_the_products_page():
    made = make_product()
    there = make_shelved_offer(price_minor=5000, product=made)
    gone = make_shelved_offer(price_minor=9000, product=made, units=0)
    window = Shopper("/en").sees(f"/s/{slug_of(gone)}").partition('id="goods"')[2]
    assert "Sold out" in window and "90.00" in window
    assert str(there.id) in first_form(page_of(made, f"?shop={slug_of(gone)}"))


def slug_of(offer):
    return stores([offer.seller_id])[offer.seller_id].slug


def first_form(html):
    """What the page's own button buys."""
    return html.partition('id="buy"')[2].partition("</form>")[0]


@pytest.mark.parametrize(
    ("goods", "days", "said"),
    [
        ("", 0, "Return within 7 days"),
        ("", None, "Return within 14 days"),
        ("perishable", None, "As the law has it for: Goods that spoil quickly."),
        ("media", 0, "Only unopened. As the law has it for: Sealed discs and programs."),
        ("device", None, "Warranty of 24 months"),
    ],
)
def test_nothing_is_promised_below_the_law_and_an_exception_goes_by_its_name(goods, days, said):
    made = make_product()
    make_shelved_offer(product=made)
    top = next(one for one in categories() if not one.depth)
    grant_after_sale(
        actor=SYSTEM, path=top.path, return_days=days, warranty_months=None, goods_kind=goods
    )
    html = page_of(made)
    assert said in html
    assert ("Goes back only if something is wrong" in html) == (goods == "perishable")

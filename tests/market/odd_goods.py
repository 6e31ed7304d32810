"""Goods that shops really have and pages forget: very long names and names of a letter, four
scripts, hundreds of variants, forty sellers, no picture and many, nothing left, the least
price and one of nine digits in currencies of none, two and three decimals; and places where nothing
stands."""

from uuid import UUID

from tijara.domains.catalogue.actions import arrange_options, hang_pictures
from tijara.domains.catalogue.queries import edited_product, names_of
from tijara.domains.catalogue.shapes import ImportedProduct, Option, OptionValue
from tijara.domains.catalogue.testing import make_product
from tijara.domains.markets.queries import market_at
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.testing import make_seller
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM

NINE_DIGITS = 999_999_999
LEAST = 1
"""A price of nothing is refused where a seller writes it."""
SHELF = {"category_path_ar": ("غرائب",), "category_path_en": ("Oddities",)}
LONG = "سجّادة منسوجة يدويًّا من صوف نجديّ طبيعيّ بألوان مأخوذة من نباتات الصحراء " * 4
UNBROKEN = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller" * 3
SCRIPTS = "ثوب 服 नमस्ते Тоб Thobe"
PICTURES = [
    (name, "من جهة أخرى", "From another side")
    for name in ("dallah-brass", "dallah-old", "rug-prayer")
]
Pages = dict[str, str]


def odd_pages() -> Pages:
    """Address by what is odd about it, in the market that was opened first and in two more."""
    market = market_at("")
    seller = _seller(market, "ش", "store-odd")
    _seller(market, "واجهة تنتظر بضاعتها", "store-empty")
    make_product(category_path_ar=("قسم ينتظر",), category_path_en=("A waiting department",))
    return {
        "odd_shelf": "/c/oddities",
        "empty_shelf": "/c/a-waiting-department",
        "odd_store": "/s/store-odd",
        "empty_store": "/s/store-empty",
        **_names(seller),
        **_kinds(seller),
        "forty": _of_forty(market),
        **_in_both_languages("three_decimals", "kw", _abroad("kw", "KW", "KWD")),
        **_in_both_languages("no_decimals", "lb", _abroad("lb", "LB", "JPY")),
        **_in_both_languages("empty_market", _empty_market(), "/"),
    }


def _in_both_languages(name: str, slug: str, path: str) -> Pages:
    return {name: f"/{slug}{path}", f"{name}_en": f"/{slug}/en{path}"}


def _names(seller: UUID) -> Pages:
    nine = {"price_minor": NINE_DIGITS, "was_minor": NINE_DIGITS + 1}
    return {
        "long": _sold(seller, LONG, LONG, brand_ar=LONG[:110], about_ar=LONG * 8, **nine),
        "unbroken": _sold(seller, UNBROKEN, UNBROKEN, picture="", **nine),
        "letter": _sold(seller, "ق", "Q", picture="", price_minor=LEAST),
        "scripts": _sold(seller, SCRIPTS, SCRIPTS, picture=""),
    }


def _kinds(seller: UUID) -> Pages:
    return {
        "variants": _of_many_variants(seller),
        "pictures": _of_many_pictures(seller),
        "gone": _sold(seller, "آخر ما كان", "The last there was", units=0),
        "wordless": _sold(seller, "بلا إنجليزية", "", picture=""),
    }


def _sold(
    seller: UUID, arabic: str, english: str, price_minor: int = 4900, units: int = 3, **told
) -> str:
    was = told.pop("was_minor", None)
    made = make_product(name_ar=arabic[:300], name_en=english[:300], **(SHELF | told))
    make_shelved_offer(
        seller_id=seller, product=made, price_minor=price_minor, was_minor=was, units=units
    )
    return _address(made)


def _of_many_variants(seller: UUID) -> str:
    """Two hundred, of which most can't be had."""
    made = make_product(name_ar="ثوب بمئتي وجه", name_en="A thobe of 200 kinds", **SHELF)
    sizes = Option("", "المقاس", "Size", "", tuple(OptionValue("", f"{n}") for n in range(40, 90)))
    kinds = Option("", "القَصّة", "Cut", "", tuple(OptionValue("", f"{each}") for each in "أبجد"))
    told = {"actor": SYSTEM, "seller_id": None, "product_id": made.product_id}
    arrange_options(**told, options=[sizes, kinds], version=1)
    for one in edited_product(made.product_id).active[:5]:
        sold = ImportedProduct("", made.product_id, one.details.id, False)
        make_shelved_offer(seller_id=seller, product=sold)
    return _address(made)


def _of_many_pictures(seller: UUID) -> str:
    made = make_product(name_ar="دلّة من كل جهة", name_en="A dallah from all sides", **SHELF)
    hang_pictures(actor=SYSTEM, pictures={made.product_id: PICTURES})
    make_shelved_offer(seller_id=seller, product=made)
    return _address(made)


def _of_forty(market: MarketPolicy) -> str:
    made = make_product(name_ar="فنجان عند أربعين", name_en="A cup that forty sell", **SHELF)
    for place in range(40):
        seller = _seller(market, f"بائع {place + 1}", f"store-{place + 1}-of-40")
        make_shelved_offer(seller_id=seller, product=made, price_minor=5000 + place * 100)
    return _address(made)


def _abroad(slug: str, country: str, currency: str) -> str:
    """A market of its own, where a thing costs nine digits and another next to nothing."""
    market = make_market(slug, country=country, currency=currency)
    seller = _seller(market, "متجر بعيد", f"store-{slug}")
    for price in (LEAST, NINE_DIGITS):
        made = make_product(name_ar=f"قطعة {price}", name_en=f"A thing of {price}", **SHELF)
        make_shelved_offer(seller_id=seller, product=made, price_minor=price, currency=currency)
    return _address(made)


def _empty_market() -> str:
    make_market("bh", country="BH", currency="BHD")
    return "bh"


def _seller(market: MarketPolicy, name: str, slug: str) -> UUID:
    seller = make_seller(market, legal_name=name)
    make_store(seller, slug=slug, name_ar=name, name_en="")
    return seller


def _address(made: ImportedProduct) -> str:
    return f"/p/{names_of([made.product_id])[made.product_id].slug}"

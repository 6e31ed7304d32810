"""What search engines and sites that show shared links read of the public pages."""

import json
import re
from urllib.parse import quote

import pytest
from django.test import Client

from tijara.domains.catalogue.queries import names_of
from tijara.domains.catalogue.testing import make_product
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.queries import all_stores

from .test_sitemap import HOST, SPACES, places, read

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<link rel="(canonical|alternate)"(?: hreflang="([\w-]+)")? href="([^"]+)">')
META = re.compile(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)">')
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
NEEDED = {
    "Product": {"name", "image", "offers"},
    "Offer": {"price", "priceCurrency", "availability", "url", "seller", "itemCondition"},
    "AggregateOffer": {"lowPrice", "highPrice", "priceCurrency", "offerCount", "offers"},
    "BreadcrumbList": {"itemListElement"},
    "ItemList": {"itemListElement", "numberOfItems"},
    "ListItem": {"position"},
    "Organization": {"name"},
    "WebSite": {"name", "url", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "OnlineStore": {"name", "url"},
    "MerchantReturnPolicy": {"applicableCountry", "returnPolicyCategory", "merchantReturnDays"},
    "EntryPoint": {"urlTemplate"},
    "Brand": {"name"},
}
"""What search engines ask of each kind of thing."""


def sees(path: str) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def things(page: str) -> dict[str, dict]:
    """By their kind, wherever they stand; all of them with what is asked of them."""
    found: dict[str, dict] = {}

    def look(value: object) -> None:
        if isinstance(value, dict):
            if kind := value.get("@type"):
                assert NEEDED[kind] <= value.keys(), value
                found.setdefault(kind, value)
            for inner in value.values():
                look(inner)
        elif isinstance(value, list):
            for inner in value:
                look(inner)

    for text in DATA.findall(page):
        data = json.loads(text)
        assert data["@context"] == "https://schema.org"
        look(data)
    return found


@pytest.fixture
def offer():
    return make_shelved_offer()


@pytest.fixture
def slug(offer) -> str:
    return names_of([offer.product_id])[offer.product_id].slug


@pytest.fixture
def public(offer, slug) -> list[str]:
    store = next(one for one in all_stores() if one.seller_id == offer.seller_id)
    goods = [f"/p/{slug}", f"/s/{store.slug}", "/c/coffee-and-hosting", "/c/", "/", "/search"]
    return [*goods, "/about", "/contact", "/returns", "/terms", "/privacy"]


def test_every_public_page_names_itself_its_languages_and_its_card(public):
    for path in public:
        for start in ("", "/en"):
            page = sees(f"{start}{path}")
            links = [(kind, code, there) for kind, code, there in LINK.findall(page)]
            assert ("canonical", "", f"{HOST}{quote(f'{start}{path}')}") in links
            others = {code: there for kind, code, there in links if kind == "alternate"}
            assert others == {
                "ar": f"{HOST}{quote(path)}",
                "en": f"{HOST}{quote(f'/en{path}')}",
                "x-default": f"{HOST}{quote(path)}",
            }
            told = dict(META.findall(page))
            title = re.search("<title>(.*?)</title>", page)[1]
            assert told["og:title"] == title and told["og:description"] == told["description"]
            assert len(told["description"]) > 10
            assert told["og:url"] == f"{HOST}{quote(f'{start}{path}')}"
            assert told["og:image"].startswith(f"{HOST}/") and ".avif" not in told["og:image"]
            assert told["twitter:card"] == "summary_large_image"
            assert told["og:locale"][:2] == (start.strip("/") or "ar")
            assert f'rel="manifest" href="{start}/manifest.webmanifest"' in page


def test_the_sitemap_says_what_the_pages_say(public):
    listed = {place for part in places("/sitemap.xml") for place in places(part)}
    for place in listed:
        page = sees(place.removeprefix(HOST))
        assert ("canonical", "", place) in LINK.findall(page)
        assert "noindex" not in page
    assert {f"{HOST}{quote(path)}" for path in public} - listed == {f"{HOST}/search"}
    for part in places("/sitemap.xml"):
        for entry in read(part).iterfind("s:url", SPACES):
            place = entry.find("s:loc", SPACES).text
            told = {
                link.get("hreflang"): link.get("href") for link in entry.iterfind("x:link", SPACES)
            }
            page = LINK.findall(sees(place.removeprefix(HOST)))
            assert told == {code: there for kind, code, there in page if kind == "alternate"}


def test_no_robot_is_kept_from_what_the_sitemap_lists(public):
    closed = re.findall(r"^Disallow: (.+)$", Client().get("/robots.txt").content.decode(), re.M)
    listed = [place for part in places("/sitemap.xml") for place in places(part)]
    assert not [one for one in listed if one.removeprefix(HOST).startswith(tuple(closed))]


@pytest.mark.parametrize("query", ["sort=cheap", "in_stock=1", "price=1-2", "brand=x&page=2"])
def test_a_narrowed_shelf_is_not_indexed_and_leads_to_the_whole_one(offer, query):
    page = sees(f"/c/coffee-and-hosting?{query}")
    assert '<meta name="robots" content="noindex">' in page
    assert "hreflang" not in page.partition("</head>")[0] and not things(page)
    kept = "?page=2" if "page=2" in query else ""
    assert f'rel="canonical" href="{HOST}/c/coffee-and-hosting{kept}"' in page


def test_a_product_tells_what_it_costs_and_where_it_stands(offer, slug):
    found = things(sees(f"/p/{slug}"))
    assert found["Offer"]["price"] == offer.price.to_decimal_string()
    assert found["Offer"]["availability"] == "https://schema.org/InStock"
    assert found["Product"]["offers"]["@type"] == "Offer"
    way = found["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in way] == [*range(1, len(way) + 1)]
    assert way[-1]["item"] == f"{HOST}/p/{quote(slug)}" == found["Product"]["url"]


def test_several_sellers_of_one_thing_are_told_together():
    product = make_product()
    offers = [make_shelved_offer(product=product) for _ in range(3)]
    name = names_of([product.product_id])[product.product_id].slug
    found = things(sees(f"/p/{name}"))
    assert found["Product"]["offers"]["offerCount"] == len(offers)
    assert len(found["AggregateOffer"]["offers"]) == len(offers)


def test_front_page_shelves_and_shops_tell_what_they_are(public):
    product, store, shelf, _departments, home = public[:5]
    assert {"WebSite", "Organization", "SearchAction"} <= things(sees(home)).keys()
    assert {"ItemList", "BreadcrumbList"} <= things(sees(shelf)).keys()
    assert {"OnlineStore", "ItemList", "BreadcrumbList"} <= things(sees(store)).keys()
    found = things(sees(shelf))["ItemList"]["itemListElement"]
    assert f"{HOST}{quote(product)}" in [step["url"] for step in found]


def test_a_telephone_can_put_the_shop_on_its_screen(offer):
    for start, language, direction in (("", "ar", "rtl"), ("/en", "en", "ltr")):
        answer = Client().get(f"{start}/manifest.webmanifest")
        assert answer["Content-Type"] == "application/manifest+json"
        told = answer.json()
        assert (told["lang"], told["dir"]) == (language, direction)
        assert told["start_url"] == f"{start}/" and told["scope"] == "/"
        assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
        assert {icon["sizes"] for icon in told["icons"]} == {"192x192", "512x512"}
        for shortcut in told["shortcuts"]:
            assert Client().get(shortcut["url"]).status_code == 200

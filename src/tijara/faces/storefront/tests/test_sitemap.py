"""Search engines find every page of a market, in each of its languages, and nobody's own pages."""

from urllib.parse import quote
from uuid import UUID
from xml.etree.ElementTree import Element

import pytest
from defusedxml import ElementTree
from django.test import Client

from tijara.domains.catalogue.queries import names_of
from tijara.domains.markets.testing import make_market
from tijara.domains.search.testing import make_shelved_offer
from tijara.faces.storefront.pages import sitemap

pytestmark = pytest.mark.django_db
SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOST = "http://testserver"


def read(path: str) -> Element:
    answer = Client().get(path.removeprefix(HOST))
    assert answer.status_code == 200 and answer["Content-Type"] == "application/xml"
    return ElementTree.fromstring(answer.content)


def places(path: str) -> list[str]:
    return [str(found.text) for found in read(path).iterfind(".//s:loc", SPACES)]


def test_every_product_is_listed_once_in_some_part(monkeypatch):
    monkeypatch.setattr(sitemap, "SIZE", 2)
    offers = [make_shelved_offer() for _ in range(5)]
    names = names_of([offer.product_id for offer in offers])
    pages, *parts = places("/sitemap.xml")
    assert len(parts) == 3
    listed = [place for part in parts for place in places(part)]
    wanted = {
        f"{HOST}{start}/p/{quote(name.slug)}" for name in names.values() for start in ("", "/en")
    }
    assert len(listed) == len(wanted) == 10
    assert set(listed) == wanted
    assert f"{HOST}/en/c/coffee-and-hosting" in places(pages)


def test_each_page_names_its_other_languages():
    make_shelved_offer()
    front = read("/sitemap/pages.xml").find("s:url", SPACES)
    other = {link.get("hreflang"): link.get("href") for link in front.iterfind("x:link", SPACES)}
    assert other == {"ar": f"{HOST}/", "en": f"{HOST}/en/", "x-default": f"{HOST}/"}


def test_each_market_lists_its_own():
    make_shelved_offer()
    make_market(slug="eg", country="EG", currency="EGP", languages=("ar",))
    assert f"{HOST}/eg/sitemap/pages.xml" in places("/eg/sitemap.xml")
    found = places("/eg/sitemap/pages.xml")
    assert f"{HOST}/eg/" in found
    assert not [place for place in found if "/en/" in place or "/s/" in place]
    assert len(places("/eg/sitemap.xml")) == 1


def test_a_part_stays_where_an_index_that_was_kept_says_it_is():
    """Also when the product that it began with is gone, and every start has moved."""
    offer = make_shelved_offer()
    kept = UUID(int=offer.product_id.int - 1)
    found = places(f"/sitemap/products/{kept}.xml")
    (name,) = names_of([offer.product_id]).values()
    assert found == [f"{HOST}{start}/p/{quote(name.slug)}" for start in ("", "/en")]


def test_from_where_nothing_is_listed_no_part_is_found():
    offer = make_shelved_offer()
    path = f"/sitemap/products/{UUID(int=offer.product_id.int + 1)}.xml"
    assert Client().get(path).status_code == 404


def test_machines_are_told_what_is_not_for_them():
    make_market()
    told = Client().get("/robots.txt").content.decode()
    assert "Disallow: /checkout\n" in told and "Disallow: /en/hub\n" in told
    assert f"Sitemap: {HOST}/sitemap.xml" in told

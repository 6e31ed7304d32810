"""Shopping search reads each of a market's goods once, as its page has it, in each language."""

from urllib.parse import quote
from xml.etree.ElementTree import Element

import pytest
from defusedxml import ElementTree
from django.test import Client

from tijara.domains.catalogue.queries import names_of
from tijara.domains.catalogue.testing import make_product
from tijara.domains.markets.testing import make_market
from tijara.domains.search.testing import make_shelved_offer
from tijara.faces.storefront.pages import feed

pytestmark = pytest.mark.django_db
GOOGLE = {"g": "http://base.google.com/ns/1.0"}
HOST = "http://testserver"
HOSTILE = "<b>دلة</b> & \u202eفنجان"


def read(path: str) -> list[Element]:
    answer = Client().get(path)
    assert answer.status_code == 200 and answer["Content-Type"] == "application/xml"
    return ElementTree.fromstring(answer.content).findall("channel/item")


def told(item: Element, name: str) -> str | None:
    return item.findtext(f"g:{name}", None, GOOGLE)


def test_a_product_is_told_as_it_stands_on_the_shelf():
    offer = make_shelved_offer(price_minor=34900, was_minor=39900)
    (item,) = read("/feed.xml")
    (name,) = names_of([offer.product_id]).values()
    assert told(item, "id") == str(offer.product_id)
    assert told(item, "title") == name.name_ar
    assert told(item, "link") == f"{HOST}/p/{quote(name.slug)}"
    assert (told(item, "price"), told(item, "sale_price")) == ("399.00 SAR", "349.00 SAR")
    assert (told(item, "availability"), told(item, "condition")) == ("in stock", "new")
    assert told(item, "image_link").startswith(f"{HOST}/") and told(item, "description")
    (english,) = read("/en/feed.xml")
    assert told(english, "title") == name.name_en
    assert told(english, "link") == f"{HOST}/en/p/{quote(name.slug)}"


def test_what_is_sold_out_or_has_no_picture():
    make_shelved_offer(units=0)
    make_shelved_offer(product=make_product(picture=""))
    (item,) = read("/feed.xml")
    assert told(item, "availability") == "out of stock"


def test_anybodys_words_stay_words():
    make_shelved_offer(product=make_product(name_ar=HOSTILE))
    (item,) = read("/feed.xml")
    assert "<b>دلة</b> &" in told(item, "title")


def test_many_goods_come_in_parts(monkeypatch):
    monkeypatch.setattr(feed, "SIZE", 2)
    offers = [make_shelved_offer() for _ in range(5)]
    parts = [read("/feed.xml"), read("/feed/2.xml"), read("/feed/3.xml")]
    assert [len(part) for part in parts] == [2, 2, 1]
    ids = {told(item, "id") for part in parts for item in part}
    assert ids == {str(offer.product_id) for offer in offers}
    assert Client().get("/feed/4.xml").status_code == 404
    assert Client().get("/feed/0.xml").status_code == 404


def test_each_market_feeds_its_own_and_an_empty_one_nothing():
    make_shelved_offer()
    make_market(slug="eg", country="EG", currency="EGP", languages=("ar",))
    assert read("/eg/feed.xml") == []
    assert Client().get("/eg/en/feed.xml")["Location"] == "/eg/feed.xml"

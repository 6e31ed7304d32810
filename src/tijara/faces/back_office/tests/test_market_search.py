"""A market's search at the office: from what a visitor did not find to what he finds."""

import pytest

from tijara.domains.catalogue.testing import make_product
from tijara.domains.markets.queries import market
from tijara.domains.search.queries import missed, synonyms
from tijara.domains.search.testing import make_shelved_offer

pytestmark = pytest.mark.django_db
PAGE = "/en/office/markets/sa/search"


@pytest.fixture
def sa():
    make_shelved_offer(product=make_product(name_ar="حذاء رياضي", name_en="Sports shoe"))
    return market("sa")


def read(browser, address):
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_a_visitor_misses_is_seen_mended_and_found(staff, client, sa):
    assert "Nothing was looked for in vain" in read(staff, PAGE)
    assert "We found nothing for" in read(client, "/en/search?q=بوط")
    told = read(staff, PAGE)
    assert "بوط" in told and 'href="?typed=%D8%A8%D9%88%D8%B7#word"' in told
    assert 'value="بوط"' in read(staff, f"{PAGE}?typed=بوط")
    assert staff.post(PAGE, {"typed": "بوط", "meant": "حذاء"}).status_code == 303
    assert missed(sa.id).items == [] and synonyms(sa.id).total == 1
    assert "حذاء رياضي" in read(client, "/search?q=البوط")
    assert staff.post(f"{PAGE}/words/removal", {"typed": "بوط"}).status_code == 303
    assert synonyms(sa.id).total == 0


def test_what_is_wrong_is_said_and_what_was_typed_stays(staff, sa):
    told = staff.post(PAGE, {"typed": "بوط", "meant": "حذاء جلد"}).content.decode()
    assert "Each must be one word" in told and 'value="حذاء جلد"' in told
    staff.post(PAGE, {"typed": "بوط", "meant": "خف"})
    told = staff.post(PAGE, {"typed": "خف", "meant": "بوط"}).content.decode()
    assert "leads back to itself" in told and synonyms(sa.id).total == 1


def test_what_the_market_does_not_sell_is_put_aside(staff, client, sa):
    client.get("/search?q=طائرة")
    assert staff.post(f"{PAGE}/missed/dismissal", {"text": "طايره"}).status_code == 303
    assert missed(sa.id).items == []


def test_why_a_product_is_first_is_told(staff, sa):
    told = read(staff, f"{PAGE}?q=جزمة")
    assert "Words that count" in told and "حذاء" in told
    assert "No product holds any of it." in read(staff, f"{PAGE}?q=طائرة")


def test_filters_and_later_pages_are_not_taken_for_misses(client, sa):
    client.get("/search?q=حذاء&in_stock=1&page=9")
    client.get("/search?q=طائرة&reduced=1")
    assert missed(sa.id).items == []


def test_nobody_else_looks(person, client, sa):
    assert person.get(PAGE).status_code == 403
    assert client.get(PAGE).status_code in (302, 303)
    assert client.post(PAGE, {"typed": "a", "meant": "b"}).status_code in (302, 303, 403)
    assert synonyms(sa.id).total == 0

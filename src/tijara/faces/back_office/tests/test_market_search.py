"""A market's search at the office: from what a visitor did not find to what he finds."""

import pytest

from tijara.domains.catalogue.testing import make_product
from tijara.domains.markets.queries import market
from tijara.domains.search.queries import missed, shelf, synonyms
from tijara.domains.search.testing import make_choice, make_shelved_offer, rows

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
    told = staff.post(PAGE, {"typed": "بوط", "meant": "حذاء من جلد طبيعي فاخر"}).content.decode()
    assert "Up to four words each" in told and 'value="حذاء من جلد طبيعي فاخر"' in told
    staff.post(PAGE, {"typed": "بوط", "meant": "خف"})
    told = staff.post(PAGE, {"typed": "خف", "meant": "بوط"}).content.decode()
    assert "leads back to itself" in told and synonyms(sa.id).total == 1


def test_what_the_market_does_not_sell_is_put_aside(staff, client, sa):
    client.get("/search?q=طائرة")
    assert staff.post(f"{PAGE}/missed/dismissal", {"text": "طايره"}).status_code == 303
    assert missed(sa.id).items == []


def test_what_a_visitor_misses_is_led_to_a_page_and_leaves_the_list(staff, client, sa):
    client.get("/search?q=الارجاع")
    told = read(staff, PAGE)
    start = f"{PAGE}/first?said="
    assert start in told and "#leads" in told
    assert 'value="الارجاع"' in read(staff, f"{start}الارجاع")
    led = {"kind": "lead", "said": "الارجاع", "target": "/returns"}
    assert staff.post(f"{PAGE}/first", led).status_code == 303
    assert client.get("/search?q=إرجاع")["Location"] == "/returns"
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


def test_something_is_put_before_chance_and_taken_back(staff, client, sa):
    first = f"{PAGE}/first"
    slug = shelf(sa.id).items[0].slug
    told = {"kind": "pin", "said": "هدية", "target": f"http://market.example/en/p/{slug}?x=1"}
    assert staff.post(first, told).status_code == 303
    assert "حذاء رياضي" in read(client, "/search?q=الهدية")
    page = read(staff, first)
    assert "هدية" in page and "Sports shoe" in page
    assert "You have put it first." in read(staff, f"{PAGE}?q=هدية")
    steer_id = rows("steers").get().id
    assert staff.post(f"{first}/{steer_id}/removal").status_code == 303
    assert not rows("steers").exists()
    bad = [{"target": "none"}, {"target": "http://["}, {"said": ""}, {"from_on": "soon"}]
    for wrong in [*bad, {"until_on": "2020"}]:
        assert staff.post(first, told | wrong).status_code == 422
    sink = {"kind": "lift", "aim": "product", "target": slug, "percent": "-٥٠"}
    assert staff.post(first, sink).status_code == 303
    assert rows("steers").get().percent == -50


def test_what_is_asked_is_kept_from_others_and_allowed_again(staff, client, sa):
    for number in range(6):
        client.get("/search?q=حذاء رياضي", headers={"user-agent": f"Mozilla {number}"})
    told = read(staff, f"{PAGE}/asked")
    assert "حذاء رياضي" in told and "Suggest it to nobody" in told
    assert staff.post(f"{PAGE}/asked", {"text": "حذاء رياضي", "act": "block"}).status_code == 303
    assert rows("asked").get().is_blocked
    assert "Allow again" in read(staff, f"{PAGE}/asked")
    staff.post(f"{PAGE}/asked", {"text": "حذاء رياضي", "act": "allow"})
    assert not rows("asked").get().is_blocked


def test_what_was_opened_is_agreed_to_by_a_person(staff, client, sa):
    card = shelf(sa.id).items[0]
    make_choice(sa.id, card.product_id, "كوتشي")
    assert "كوتشي" in read(staff, f"{PAGE}/learned")
    told = {"product": str(card.product_id), "text": "كوتشي", "answer": "yes"}
    assert staff.post(f"{PAGE}/learned", told).status_code == 303
    assert "حذاء رياضي" in read(client, "/search?q=كوتشي")
    assert staff.post(f"{PAGE}/learned", told | {"text": "none"}).status_code == 404
    assert staff.post(f"{PAGE}/learned", told | {"product": "x"}).status_code == 404
    assert staff.post(f"{PAGE}/learned", told | {"answer": "no"}).status_code == 303
    assert "We found nothing for" in read(client, "/en/search?q=كوتشي")


@pytest.mark.parametrize("part", ["asked", "first", "learned"])
def test_nobody_else_opens_its_parts(person, client, sa, part):
    assert person.get(f"{PAGE}/{part}").status_code == 403
    assert person.post(f"{PAGE}/{part}", {}).status_code == 403
    assert client.get(f"{PAGE}/{part}").status_code in (302, 303)

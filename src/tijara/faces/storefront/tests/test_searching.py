"""What is promised of the search's faces: what is heard, suggested, led, kept, and what is bad."""

import re

import pytest
from django.test import Client

from tijara.domains.accounts.queries import account
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.catalogue.queries import names_of
from tijara.domains.catalogue.testing import make_product
from tijara.domains.markets.queries import market
from tijara.domains.search.actions import place_wordings, put_steer
from tijara.domains.search.queries import forget_wordings_kept, search_link_token
from tijara.domains.search.shapes import SteerAim, SteerKind, SteerTerms
from tijara.domains.search.testing import make_shelved_offer, rows
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.front import ear

pytestmark = pytest.mark.django_db
AGENT = "Mozilla/5.0 (Linux; Android 14)"


@pytest.fixture(autouse=True)
def silence():
    ear.taken()
    yield
    ear.taken()


@pytest.fixture
def dallah():
    return make_shelved_offer(product=make_product(name_ar="دلة نحاس", name_en="Brass dallah"))


def visitor(number=0):
    return Client(headers={"user-agent": f"{AGENT} {number}"})


def look(address, number=0):
    answer = visitor(number).get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_who_opens_what_he_found_is_heard_without_cookie_or_script(dallah):
    html = look("/search?q=الدلّة")
    href = re.search(r'href="(/p/[^"]+\?of=[^"]+)"', html)[1]
    for number in range(3):
        look(href.replace("&amp;", "&"), number)
    look("/search?q=شيء")
    (row,) = rows("chosen")
    assert (row.text, row.people, row.product_id) == ("دله", 3, dallah.product_id)


@pytest.mark.parametrize("of", ["دلة", "دلة~", "دلة~0123456789", "~", "%00", "x" * 900])
def test_words_that_we_did_not_show_are_not_heard(dallah, of):
    slug = names_of([dallah.product_id])[dallah.product_id].slug
    look(f"/p/{slug}?of={of}")
    look("/search?q=شيء")
    assert not rows("chosen").exists()


def test_robots_looks_ahead_filters_and_pages_do_not_count(dallah):
    Client(headers={"user-agent": "Googlebot/2.1"}).get("/search?q=دلة")
    Client(headers={"user-agent": AGENT, "sec-purpose": "prefetch"}).get("/search?q=دلة")
    look("/search?q=دلة&in_stock=1")
    look("/search?q=دلة&page=2")
    assert not rows("asked").exists()
    look("/en/search?q=دلة")
    row = rows("asked").get()
    assert (row.language, row.text, row.people) == ("en", "دله", 1)


def test_what_others_ask_for_is_suggested_and_shown_without_scripts(dallah):
    for number in range(6):
        look("/search?q=دلة نحاس", number)
    place_wordings(actor=SYSTEM)
    forget_wordings_kept()
    told = visitor().get("/search/suggestions?q=دل").json()
    assert told["lines"][0]["text"] == "دلة نحاس" and told["say"] == ""
    assert "دلة نحاس" in look("/search?q=دل").split('id="goods"')[0]


@pytest.mark.parametrize("typed", ["القهو", "قهوة", "ضيافة", "والضي", "host", "ri,m", "اخسف"])
def test_a_department_is_suggested_by_any_word_of_its_name(dallah, typed):
    lines = visitor().get("/search/suggestions", {"q": typed}).json()["lines"]
    told = {line["href"]: line["text"] for line in lines}
    assert told.get("/c/coffee-and-hosting") == "القهوة والضيافة"


@pytest.mark.parametrize("typed", ["قهوووة", "الضيااافة", "والضيافه", "diafah", "hostting"])
def test_a_department_is_suggested_in_franco_and_past_a_slip(dallah, typed):
    lines = visitor().get("/search/suggestions", {"q": typed}).json()["lines"]
    assert "/c/coffee-and-hosting" in [line["href"] for line in lines]
    assert 'class="chip" href="/c/coffee-and-hosting"' in look(f"/search?q={typed}")


def test_a_guess_is_called_a_guess_and_nothing_is_called_nothing(dallah):
    told = visitor().get("/en/search/suggestions?q=dalleh").json()
    assert told["lines"] and "Nothing is written like that" in told["say"]
    told = visitor().get("/en/search/suggestions?q=zzzzqq").json()
    assert told["lines"] == [] and told["say"].startswith("Nothing here is called that")
    assert told["said"] == told["say"]
    assert visitor().get("/en/search/suggestions?q=").json()["say"] == ""


def lead(said, target):
    put_steer(
        actor=SYSTEM, market_id=market("sa").id, steer_id=new_id(),
        terms=SteerTerms(SteerKind.LEAD, said, SteerAim.PAGE, target),
    )  # fmt: skip


def test_words_lead_to_a_page_and_a_circle_of_them_ends(dallah):
    lead("الإرجاع", "/returns")
    answer = visitor().get("/en/search?q=ارجاع")
    assert (answer.status_code, answer["Location"]) == (303, "/en/returns")
    assert visitor().get("/search?q=ارجاع&in_stock=1").status_code == 200
    lead("ذهب", "/search?q=فضة")
    lead("فضة", "/search?q=ذهب")
    answer = visitor().get("/search?q=ذهب")
    assert answer.status_code == 303
    assert visitor().get(answer["Location"]).status_code == 200


BAD = [
    "دلة" * 3400, "؟!…،؛", "😀🎉👍🏽", "\u202edlah\u202c\u2066دلة\u2069", "\u200b\u200d\ufeff",
    "'; DROP TABLE search_document; --", "دلة & ! | <-> (", "%_\\", "<script>alert(1)</script>",
]  # fmt: skip


@pytest.mark.parametrize("bad", BAD, ids=range(len(BAD)))
def test_bad_words_are_answered_like_any_other(dallah, bad):
    for address in ("/search", "/search/suggestions", "/c/coffee-and-hosting"):
        answer = visitor().get(address, {"q": bad})
        assert answer.status_code in (200, 404), address
        assert b"<script>alert" not in answer.content


@pytest.mark.parametrize(
    "told",
    [{"q": "دلة نحاس " * 1200}, {"q": "ط" * 10_000}, {"q": "دلة", "brand": "س" * 10_000},
     {"q": "دلة", **{f"x{number}": "س" * 80 for number in range(900)}}],
    ids=["many words", "one word", "a filter", "many parameters"],
)  # fmt: skip
@pytest.mark.parametrize("at", ["/search", "/c/coffee-and-hosting"])
def test_a_long_text_is_not_carried_into_the_links_of_its_page(dallah, at, told):
    html = visitor().get(at, told).content.decode()
    assert len(html) < 45_000, "the page alone has about ten thousand"
    is_cut = len(told["q"]) > 100 and at == "/search"
    assert ("بحثنا ببدايته" in html) == is_cut


def test_what_is_laid_out_is_carried_before_what_is_picked(dallah):
    """However much is picked, the order and the page stay; what is left out is said."""
    brands = "".join(f"&brand=brand-{number:04}-of-a-long-name" for number in range(20))
    colours = "".join(f"&attr.x{number}=red" for number in range(60))
    html = look(f"/search?q=دلة{brands}{colours}&utm=x&sort=new&view=rows&page=2")
    links = re.findall(r'hreflang="en"[^>]*href="([^"]+)|href="(/en/search[^"]+)', html)
    carried = next(one or other for one, other in links)
    assert {"sort=new", "view=rows", "page=2"} <= set(carried.partition("?")[2].split("&amp;"))
    assert "utm=x" not in carried
    assert "خيارات تصفية كثيرة" in html
    assert "خيارات تصفية كثيرة" not in look(f"/search?q=دلة{brands}&sort=new")
    assert "خيارات تصفية كثيرة" not in look(f"/search?q=دلة&view={'x' * 1200}&brand=a")


def test_a_page_beyond_the_end_is_not_said_to_be_nothing_found(dallah):
    html = look("/search?q=دلة&page=9")
    assert "انتهت القائمة قبل هذه الصفحة" in html and "لم نجد شيئًا" not in html


def test_words_are_cut_between_words(dallah):
    html = visitor().get("/search", {"q": "دلة نحاس " * 12}).content.decode()
    typed = re.search(r'name="q" value="([^"]+)"', html)[1]
    assert set(typed.split()) == {"دلة", "نحاس"} and len(typed) <= 100
    assert "بحثنا ببدايته" not in look("/search?q=" + "دلة " * 25)


def test_facets_that_there_are_not_are_left_out_politely(dallah):
    told = look("/search?q=دلة&attr.none=x&colour=red&price=abc&store=nobody&brand=&rating=9")
    assert "دلة نحاس" in told


@pytest.fixture
def noura():
    browser = Client(headers={"sec-fetch-site": "same-origin", "user-agent": AGENT})
    email = account(make_account()).email
    browser.post("/account/sign-in", {"email": email, "password": PASSWORD})
    return browser


def test_a_search_is_kept_with_its_filters_changed_and_removed(dallah, noura):
    html = look("/search?q=دلة&in_stock=1")
    href = re.search(r'href="(/searches/new[^"]+)"', html)[1].replace("&amp;", "&")
    assert visitor().get(href).status_code in (302, 303)
    assert "دلة" in noura.get(href).content.decode()
    assert noura.post(href, {"name": "دلالي", "rhythm": "weekly"}).status_code == 303
    row = rows("saved").get()
    assert (row.text, row.picked, row.rhythm) == ("دلة", {"in_stock": ["1"]}, "weekly")
    listed = noura.get("/searches").content.decode()
    assert "دلالي" in listed and "/search?q=%D8%AF%D9%84%D8%A9&amp;in_stock=1" in listed
    noura.post(f"/searches/{row.id}", {"rhythm": "daily"})
    assert rows("saved").get().rhythm == "daily"
    assert noura.post(f"/searches/{row.id}", {"removal": "1"}).status_code == 303
    assert not rows("saved").exists()
    assert noura.post(f"/searches/{row.id}", {"rhythm": "daily"}).status_code == 404


def test_a_letter_switches_it_off_without_signing_in(dallah, noura):
    noura.post("/searches/new?q=دلة", {"rhythm": "daily"})
    row = rows("saved").get()
    page = f"/searches/letters/{search_link_token(row.buyer_id, row.id)}"
    stranger = Client(headers={"sec-fetch-site": "same-origin"})
    assert stranger.get(page).status_code == 200
    assert rows("saved").get().rhythm == "daily", "looking changes nothing"
    assert stranger.post(page).status_code == 303
    assert rows("saved").get().rhythm == "never"
    offered = re.findall(r'name="rhythm" value="(\w+)"', stranger.get(page).content.decode())
    assert offered == ["daily", "weekly"], "as he chose before, and no letter more"
    assert stranger.post(page, {"rhythm": "weekly"}).status_code == 303
    assert rows("saved").get().rhythm == "weekly", "who pressed too soon turns it on again"
    assert stranger.get(f"{page}x").status_code == 404


def test_nothing_to_search_for_is_not_kept(dallah, noura):
    assert noura.get("/searches/new").status_code == 404
    assert noura.get("/searches/new?in=nowhere").status_code == 404

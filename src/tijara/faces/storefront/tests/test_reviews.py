"""A buyer rates what came, without a script; everybody reads it on the product's page."""

import json
import re
from io import BytesIO
from urllib.parse import unquote

import pytest
from django.test import Client

from tijara.domains.accounts.queries import account
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.catalogue.queries import product_facts
from tijara.domains.orders.queries import order_link_token
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.actions import add_member
from tijara.domains.parties.testing import seller_actor
from tijara.domains.returns.testing import name_store
from tijara.domains.reviews.actions import answer_review
from tijara.domains.reviews.queries import is_silent, review, reviewable_lines
from tijara.domains.reviews.shapes import ReviewState
from tijara.domains.reviews.testing import make_received_order, make_review
from tijara.domains.search.actions import index_products
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.pictures.tests.samples import picture

pytestmark = pytest.mark.django_db(transaction=True)
VOTED, UNVOTED = (f'name="helpful" value="{other}"' for other in ("no", "yes"))
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def client():
    return Client(headers={"sec-fetch-site": "same-origin"})


@pytest.fixture
def order():
    made = make_received_order()
    name_store(made.seller_id)
    return made


def page_of(order, rest=""):
    return f"/orders/{order_link_token(order.seller_id, order.id)}{rest}"


def form_of(order):
    return page_of(order, f"/reviews/{order.lines[0].id}")


def product_page(order):
    (facts,) = product_facts([order.lines[0].product_id])
    return f"/p/{facts.slug}"


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


def said(order):
    return reviewable_lines(order)[0].review


def leads(answer):
    return unquote(answer["Location"])


def data_of(page):
    told = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    return next(one for one in told["@graph"] if one["@type"] == "Product")


def test_from_the_order_to_the_products_page(client, order):
    assert page_of(order, "/reviews") in read(client, page_of(order))
    assert form_of(order) in read(client, page_of(order, "/reviews"))
    before = read(client, product_page(order))
    assert "لم يقيّمه أحد بعد" in before and "aggregateRating" not in data_of(before)
    given = {"stars": "4", "words": f"{HOSTILE}\nسطر ثانٍ", "named": "yes"}
    sent = client.post(form_of(order), given | {"photos": BytesIO(picture("PNG", (400, 400)))})
    assert sent.status_code == 303 and sent["Location"] == page_of(order, "/reviews")
    shown = read(client, product_page(order))
    assert HOSTILE not in shown and "&lt;script&gt;" in shown
    assert data_of(shown)["aggregateRating"] == {
        "@type": "AggregateRating",
        "ratingValue": "4.0",
        "reviewCount": 1,
    }
    assert data_of(shown)["review"][0]["reviewRating"]["ratingValue"] == 4
    assert f"<bdi>{said(order).shown_name}</bdi>" in shown
    assert said(order).pictures[0].split("_")[1] in shown


def test_what_is_missing_is_asked_for_and_what_was_typed_stays(client, order):
    answer = client.post(form_of(order), {"words": "كلام طويل كتبته", "named": "yes"})
    shown = answer.content.decode()
    assert answer.status_code == 422 and "كلام طويل كتبته" in shown
    assert "من واحدة إلى خمس" in shown and said(order) is None
    assert re.search(r'name="named" value="yes" checked', shown)
    answer = client.post(form_of(order), {"stars": "2", "photos": BytesIO(b"nothing")})
    assert answer.status_code == 422 and said(order) is None
    assert re.search(r'value="2" checked', answer.content.decode())


def test_changing_and_withdrawing(client, order):
    client.post(form_of(order), {"stars": "5", "words": "رائعة"})
    assert re.search(r'value="5" checked', read(client, form_of(order)))
    client.post(form_of(order), {"stars": "2", "words": "انكسرت"})
    assert said(order).stars == 2 and "رائعة" not in read(client, product_page(order))
    assert client.post(f"{form_of(order)}/withdrawal").status_code == 303
    assert said(order) is None and "انكسرت" not in read(client, product_page(order))


def test_words_that_wait_are_shown_to_their_author_alone(client, order):
    client.post(form_of(order), {"stars": "5", "words": "كلموني 0551234567"})
    assert said(order).state is ReviewState.WAITING
    assert "0551234567" not in read(client, product_page(order))
    assert "0551234567" in read(client, form_of(order))


def test_nothing_is_rated_that_has_not_come_or_is_anothers(client, order):
    shipped = make_received_order(state=OrderState.SHIPPED)
    assert client.get(form_of(shipped)).status_code == 404
    assert client.post(form_of(shipped), {"stars": "5"}).status_code == 404
    assert "لم يصل شيء" in read(client, page_of(shipped, "/reviews"))
    assert client.get(page_of(order, f"/reviews/{shipped.lines[0].id}")).status_code == 404
    assert client.get(f"/orders/{new_id()}/reviews").status_code == 404


def test_stars_alone_take_one_line(client, order):
    """They were cards as tall as those with words, and said nothing more than a line does."""
    make_review(2, "", order=order)
    page = read(client, product_page(order))
    assert 'class="panel row between tight' in page and "أبلغ عنه" in page
    assert "الإبلاغ عن هذا التقييم" not in page
    other = make_received_order()
    name_store(other.seller_id, "raqmi")
    make_review(4, "جيدة", order=other)
    assert 'class="panel row between tight' not in read(client, product_page(other))


def test_letters_stop_at_a_press_and_not_at_a_look(client, order):
    read(client, page_of(order, "/reviews"))
    assert not is_silent(order.buyer_id)
    for pressed, silent in (("off", True), ("on", False)):
        assert client.post(page_of(order, "/reviews"), {"letters": pressed}).status_code == 303
        assert is_silent(order.buyer_id) is silent


def test_lists_are_addresses(client, order):
    told = make_review(2, "ليست جيدة", order)
    page = product_page(order)
    answer_review(
        actor=seller_actor(order.seller_id),
        seller_id=order.seller_id,
        review_id=told.id,
        words="نأسف لذلك",
    )
    shown = read(client, page)
    assert f"{page}?stars=2#reviews" in shown and f"{page}?sort=worst#reviews" in shown
    assert "نأسف لذلك" in shown
    assert "ليست جيدة" in read(client, f"{page}?stars=2&sort=worst")
    assert "لا تقييمات هنا" in read(client, f"{page}?stars=5")
    assert "ليست جيدة" in read(client, f"{page}?stars=9&sort=x&reviews=-1")


def test_cards_and_the_shop_say_how_it_is_liked(client, order):
    make_review(4, order=order)
    index_products(actor=SYSTEM, product_ids=[order.lines[0].product_id])
    for path in ("/s/nahhas", "/search"):
        assert 'class="rating">' in read(client, path), path
    assert "<b>4.0</b>" in read(client, "/s/nahhas")


def test_anybody_reports_a_review(client, order):
    told = make_review(1, "كلام غير صحيح", order)
    page = f"{product_page(order)}/reviews/{told.seller_id}/{told.id}/report"
    assert page in read(client, product_page(order))
    wrong = client.post(page, {"reason": "", "words": "سببي"})
    assert wrong.status_code == 422 and "سببي" in wrong.content.decode()
    sent = client.post(page, {"reason": "untrue", "words": "سببي"})
    assert sent.status_code == 303 and "tijara_buyer" not in sent.cookies
    assert review(told.seller_id, told.id).reports == 1
    for other in (new_id(), told.seller_id):
        away = f"{product_page(order)}/reviews/{told.seller_id}/{other}/report"
        assert client.get(away).status_code == 404


class TestHelpful:
    @pytest.fixture
    def told(self, order):
        return make_review(4, "خفيفة ولا تتسرّب", order)

    @pytest.fixture
    def place(self, order, told):
        return f"{product_page(order)}/reviews/{told.seller_id}/{told.id}/vote"

    def member(self, prefix=""):
        shopper = Shopper(prefix)
        email = account(make_account()).email
        shopper.client.post("/account/sign-in", {"email": email, "password": PASSWORD})
        return shopper

    def test_a_member_says_so_and_takes_it_back_without_a_script(self, order, told, place):
        member, page = self.member(), product_page(order)
        assert place in member.sees(page) and UNVOTED in member.sees(page)
        sent = member.sends(place, helpful="yes")
        assert sent.status_code == 303 and leads(sent) == f"{page}#review-{told.id}"
        for shown in (member.sees(page), member.sees(f"{page}?sort=helpful")):
            assert VOTED in shown and UNVOTED not in shown
            assert "وجده شخص واحد مفيدًا" in shown
        stranger = Client().get(page).content.decode()
        assert VOTED not in stranger and "وجده شخص واحد مفيدًا" in stranger
        member.sends(place, helpful="no")
        assert VOTED not in member.sees(page)
        assert review(told.seller_id, told.id).helpful == 0

    def test_a_script_gets_the_button_as_it_stands(self, told, place):
        member = self.member("/en")
        answer = member.client.post(
            f"/en{place}", {"helpful": "yes"}, headers={"X-Part": "helpful"}
        )
        assert answer.status_code == 200 and answer["X-Part"] == "helpful"
        assert "1 person found it helpful" in answer.content.decode()
        assert VOTED in answer.content.decode()

    def test_a_guest_signs_in_first_and_comes_back(self, client, order, told, place):
        sent = client.post(place, {"helpful": "yes"})
        assert sent.status_code == 303 and "/account/sign-in?next=" in sent["Location"]
        assert "reviews" in sent["Location"] and review(told.seller_id, told.id).helpful == 0

    def test_who_sells_it_is_told_why_not(self, order, told, place):
        person_id = make_account()
        add_member(actor=SYSTEM, person_id=person_id, seller_id=order.seller_id)
        seller = Shopper()
        given = {"email": account(person_id).email, "password": PASSWORD}
        seller.client.post("/account/sign-in", given)
        sent = seller.sends(place, helpful="yes")
        assert leads(sent) == f"{product_page(order)}#reviews"
        assert "أنت تبيعه" in seller.sees(product_page(order))
        assert review(told.seller_id, told.id).helpful == 0

    def test_a_review_of_stars_alone_asks_for_nothing(self, order):
        make_review(4, "", order)
        assert "data-vote" not in read(Client(), product_page(order))

    def test_the_list_is_an_address_and_unknown_ones_are_not(self, client, order, told, place):
        page = product_page(order)
        assert f"{page}?sort=helpful#reviews" in read(client, page)
        member = self.member()
        assert member.client.get(place).status_code == 405
        away = f"{page}/reviews/{told.seller_id}/{new_id()}/vote"
        assert member.sends(away, helpful="yes").status_code == 404
        other = make_review(4, "غيره")
        away = f"{page}/reviews/{other.seller_id}/{other.id}/vote"
        assert member.sends(away, helpful="yes").status_code == 404

    def test_a_robot_is_slowed_down(self, told, place):
        member = self.member()
        answers = [member.sends(place, helpful="yes").status_code for _ in range(22)]
        assert answers.count(429) == 2 and review(told.seller_id, told.id).helpful == 1

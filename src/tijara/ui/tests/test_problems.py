"""Refusals become pages for people and facts for programs; surprises stay loud."""

import json
import re

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path
from django.utils import translation
from django.views.decorators.http import require_POST

from tijara.kit.ids import new_id
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.ui import problems
from tijara.ui.refusal_texts import sentence_of


def refuse(request: HttpRequest, kind: str):
    refusal = Refusal(name="<b>x</b>")
    refusal.kind = Kind(kind)
    raise refusal


def complain(request: HttpRequest):
    raise Invalid({"phone": "required"})


def break_down(request: HttpRequest):
    raise ZeroDivisionError("a secret detail")


@require_POST
def act(request: HttpRequest):
    return HttpResponse("done")


def page(request: HttpRequest):
    return HttpResponse("the page of the form")


urlpatterns = [
    path("act", act),
    path("cart", page),
    path("cart/lines/<int:line>/removal", act),
    path("cart/lines/<int:line>/gift", act),
    path("cart/lines/<int:line>/gift/words", act),
    path("refuse/<str:kind>", refuse),
    path("complain", complain),
    path("break", break_down),
]
handler404 = problems.not_found
handler500 = problems.server_error
pytestmark = pytest.mark.urls(__name__)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("invalid", 422),
        ("forbidden", 403),
        ("missing", 404),
        ("conflict", 409),
        ("unavailable", 503),
    ],
)
def test_each_kind_has_its_status(kind, status):
    page = Client().get(f"/refuse/{kind}")
    assert page.status_code == status
    assert str(problems.title_of(_refusal(kind))) in page.content.decode()
    facts = Client().get(f"/refuse/{kind}", HTTP_ACCEPT="application/json")
    assert facts.status_code == status
    assert json.loads(facts.content)["code"] == "refused"


def _refusal(kind: str) -> Refusal:
    refusal = Refusal()
    refusal.kind = Kind(kind)
    translation.activate("ar")
    return refusal


@pytest.mark.parametrize(("path", "home"), [("/hub/x", "/hub/"), ("/en/office/x", "/en/office/")])
def test_what_is_missing_at_a_desk_leads_back_to_that_desk(path, home):
    page = Client().get(path).content.decode()
    assert f'href="{home}"' in page and f'action="{home}find"' in page
    assert "<footer" not in page


def test_wrong_fields_are_told():
    facts = json.loads(Client().get("/complain", HTTP_ACCEPT="application/json").content)
    assert facts["fields"] == {"phone": "املأ هذه الخانة."}


def test_who_opens_the_address_of_a_forms_act_is_told_so():
    page = Client().get("/act")
    assert (page.status_code, page["Allow"]) == (405, "POST")
    assert str(problems.PAGES["no_page"][0]) in page.content.decode()


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("/cart/lines/3/removal", "/cart"),
        ("/cart/lines/3/gift/words", "/cart/lines/3/gift"),
        ("/cart/lines/3/gift", "/cart"),
        ("/act", "/"),
    ],
)
def test_a_browser_that_opens_a_forms_act_is_led_to_the_page_of_the_form(address, leads):
    answer = Client().get(address, HTTP_ACCEPT="text/html,application/xhtml+xml;q=0.9")
    assert (answer.status_code, answer["Location"]) == (303, leads)


def test_what_may_be_over_in_a_moment_can_be_asked_for_again():
    page = Client().get("/refuse/unavailable?page=2").content.decode()
    assert 'class="btn primary" href="/refuse/unavailable?page=2"' in page
    sent = Client().post("/refuse/unavailable").content.decode()
    assert 'class="btn primary" href="/"' in sent


@pytest.mark.parametrize(
    ("came", "leads"),
    [
        ("http://testserver/checkout?a=1", "/checkout?a=1"),
        ("https://elsewhere.example/x", "/"),
        ("http://testserver", "/"),
        ("http://testserver//elsewhere.example/x", "/"),
        ("http://testserver/\\elsewhere.example/x", "/"),
        ("//[", "/"),
    ],
)
def test_what_could_not_be_sent_leads_back_to_its_form(came, leads):
    headers = {"referer": came, "sec-fetch-site": "same-origin"}
    answer = Client().post("/refuse/unavailable", headers=headers)
    page = answer.content.decode()
    assert answer.status_code == 503
    assert f'class="btn primary" href="{leads}"' in page


def test_who_is_signed_in_is_not_sent_to_the_door():
    at_the_door = RequestFactory().get("/hub/orders?page=2")
    asked = problems.forbidden(at_the_door, PermissionDenied()).content.decode()
    assert 'href="/account/sign-in?next=%2Fhub%2Forders%3Fpage%3D2"' in asked
    at_the_door.user = get_user_model()(id=new_id())
    told = problems.forbidden(at_the_door, PermissionDenied()).content.decode()
    assert "/account/sign-in" not in told
    assert 'class="btn primary" href="/account/"' in told


@pytest.mark.parametrize("path", ["/office/books", "/hub/payouts"])
def test_who_lacks_a_power_is_led_back_to_his_desk(path):
    asked = RequestFactory().get(path)
    asked.user = get_user_model()(id=new_id())
    home = path.rpartition("/")[0] + "/"
    pages = [problems.problem_page(asked, 403, "no_power"), problems.refusal_page(asked, _denied())]
    for page in (one.content.decode() for one in pages):
        assert f'class="btn primary" href="{home}"' in page
        assert "/account/" in page and "<footer" not in page


@pytest.mark.parametrize(("path", "code"), [("/office/", "no_power"), ("/hub/x", "forbidden")])
def test_whom_the_desk_itself_turns_away_is_not_sent_in_a_round(path, code):
    asked = RequestFactory().get(path)
    asked.user = get_user_model()(id=new_id())
    page = problems.problem_page(asked, 403, code).content.decode()
    assert 'class="btn primary" href="/account/"' in page
    ways = re.findall(r'<a class="btn[^"]*" href="([^"]*)"', page)
    assert ways[:2] == ["/account/", "/"] and not {"/office/", "/hub/"} & set(ways)
    assert "<footer" in page


def _denied() -> Refusal:
    refusal = Refusal(power="books")
    refusal.kind = Kind.FORBIDDEN
    return refusal


def test_who_is_at_work_stays_at_his_desk():
    page = problems.not_found(RequestFactory().get("/office/qqq"), Http404()).content.decode()
    assert 'class="btn primary" href="/office/"' in page
    assert 'action="/office/find"' in page


def test_a_surprise_is_loud_and_tells_no_detail():
    page = Client(raise_request_exception=False).get("/break")
    assert page.status_code == 500
    assert "secret" not in page.content.decode()
    with pytest.raises(ZeroDivisionError):
        Client().get("/break")


def test_even_a_broken_error_page_says_a_sentence():
    with override_settings(TEMPLATES=[]):
        page = problems.server_error(RequestFactory().get("/"))
    assert page.status_code == 500
    assert "تعطّل" in page.content.decode()


def test_an_unknown_code_still_gets_a_sentence():
    assert sentence_of(Refusal(orders=3))

"""Who comes in: whoever holds the key, once; nobody else, and nobody afterwards."""

import pytest
from django.test import Client

from tijara.domains.accounts.queries import account, account_by_email
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.installation.actions import issue_key
from tijara.domains.installation.queries import setup_state
from tijara.domains.markets.testing import make_market
from tijara.faces.setup.tests.owner import Owner
from tijara.kit.actor import SYSTEM
from tijara.platform.printed_link import printed_link

pytestmark = pytest.mark.django_db
ANYWHERE = (
    *("/", "/search?q=x", "/c/coffee", "/hub/", "/office/", "/orders", "/cart"),
    *("/office/books", "/hub/webhooks"),
)


@pytest.mark.parametrize("path", ANYWHERE)
def test_every_page_of_an_empty_market_leads_to_its_set_up(key, browser, path):
    assert browser.get(path)["Location"] == "/setup/"
    assert browser.get(f"/en{path}")["Location"] == "/en/setup/"
    assert browser.get("/setup/")["Location"] == "/setup/owner"
    assert "tijara owner-key" in browser.get("/setup/owner").content.decode()


def test_what_pages_are_made_of_is_there_before_any_market(key, browser):
    assert browser.get("/ui/").status_code == 200
    assert browser.get("/account/sign-in").status_code == 200
    assert browser.get("/health/ready").status_code in (200, 404)


def test_the_link_leaves_no_key_in_the_address(key, browser):
    answer = Owner(browser).opens_link(key)
    assert answer["Location"] == "/setup/owner"
    cookie = answer.cookies["setup_key"]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == (key, True, "Lax")
    assert key not in browser.get("/setup/owner").content.decode()


@pytest.mark.parametrize("pasted", ["{}", "http://localhost:8000/setup/?key={}", " {} "])
def test_the_key_may_be_pasted(key, browser, pasted):
    browser.post("/setup/owner", {"key": pasted.format(key)})
    assert 'name="password"' in browser.get("/setup/owner").content.decode()


@pytest.mark.parametrize("wrong", ["wrong", "", "ق" * 300, "'; drop table", "a\r\nSet-Cookie: x=1"])
def test_a_wrong_key_shows_no_form(key, browser, wrong):
    browser.post("/setup/owner", {"key": wrong})
    page = browser.get("/setup/owner").content.decode()
    assert 'name="password"' not in page and "tijara owner-key" in page


def test_a_replaced_key_is_refused_while_its_form_is_open(newcomer):
    issue_key(actor=SYSTEM)
    answer = newcomer.sends("owner")
    assert answer.status_code == 403
    assert account_by_email("salem@example.com") is None


def test_the_owner_is_signed_in_and_goes_on(owner):
    assert owner.browser.get("/setup/")["Location"] == "/setup/market"
    assert owner.browser.cookies["setup_key"].value == ""
    assert setup_state().has_key is False and printed_link() == ""


@pytest.mark.parametrize(
    ("field", "typed"),
    [("name", ""), ("login", "no address"), ("login", ""), ("password", ""), ("password", "short"),
     ("name", "ن" * 121), ("password", "salem@example.com")],
)  # fmt: skip
def test_a_bad_account_is_refused_at_its_field_and_nothing_is_lost(newcomer, field, typed):
    answer = newcomer.sends("owner", **{field: typed})
    page = answer.content.decode()
    assert answer.status_code == 422 and f'id="f-{field}-error"' in page
    assert "قهوة الصباح" not in page
    if field != "name":
        assert "سالم الحربي" in page
    assert setup_state().owner_id is None


def test_two_at_once_are_one_owner(key):
    first, second = (Owner(Client(headers={"sec-fetch-site": "same-origin"})) for _ in range(2))
    for one in (first, second):
        one.opens_link(key)
        assert 'name="password"' in one.sees("owner").content.decode()
    assert first.sends("owner").status_code == 303
    refused = second.sends("owner", login="mona@example.com")
    assert refused.status_code == 403
    assert second.sees("market")["Location"].startswith("/account/sign-in")


def test_a_stranger_who_signs_in_is_no_owner(owner):
    stranger = Client(headers={"sec-fetch-site": "same-origin"})
    assert stranger.get("/setup/market")["Location"].startswith("/account/sign-in?next=")
    email = account(make_account()).email
    stranger.post("/account/sign-in", {"email": email, "password": PASSWORD})
    assert stranger.get("/setup/market").status_code == 403
    assert Owner(stranger).sends("market").status_code == 403


def test_the_owner_comes_back_in_another_browser_by_his_password(owner):
    later = Client(headers={"sec-fetch-site": "same-origin"})
    told = {"email": "salem@example.com", "password": "قهوة الصباح في الرياض"}
    sent = later.get("/setup/look")["Location"]
    assert later.post(sent, told | {"login": "salem@example.com"}).status_code == 303
    assert later.get("/setup/")["Location"] == "/setup/market"


def test_no_step_is_taken_before_its_time(owner):
    for step in ("look", "store", "payment", "delivery", "product"):
        assert owner.sees(step)["Location"] == "/setup/market"
        assert owner.sends(step)["Location"] == "/setup/market"
    for step in ("look", "payment", "delivery", "product"):
        assert owner.later(step)["Location"] == "/setup/market"


@pytest.mark.parametrize("step", ["owner", "market", "store", "nothing"])
def test_what_nothing_is_sold_without_can_not_wait(owner, step):
    assert owner.later(step).status_code == 404


def test_a_market_that_commands_have_opened_has_no_set_up(browser):
    make_market()
    for page in ("", "owner", "market", "product"):
        assert browser.get(f"/setup/{page}").status_code == 404
    assert browser.get("/").status_code == 200


def test_once_it_is_over_it_is_over(owner, key):
    owner.until("product").later("product")
    for page in ("", "owner", "market", "look", "store", "payment", "delivery", "product"):
        assert owner.sees(page)["Location"] == "/office/start"
    for step in ("owner", "market", "product"):
        assert owner.sends(step)["Location"] == "/office/start"
    stranger = Client(headers={"sec-fetch-site": "same-origin"})
    Owner(stranger).opens_link(key)
    assert Owner(stranger).sends("owner", login="mona@example.com")["Location"] == "/office/start"
    assert account_by_email("mona@example.com") is None

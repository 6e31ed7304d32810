"""Pages that are drawn for one person alone, because something of his own stands on them."""

from django.http import HttpResponse
from django.test import RequestFactory

from tijara.ui.own_pages import MOST, is_own, keep_own


def cookies_after(*kept, cookies=None):
    """What his browser holds after these slugs were kept, each in an answer of its own."""
    cookies = dict(cookies or {})
    for slugs in kept:
        request, response = RequestFactory().get("/"), HttpResponse()
        request.COOKIES.update(cookies)
        keep_own(request, response, slugs)
        cookies["own"] = response.cookies["own"].value
    return cookies


def test_a_page_is_his_in_every_language_and_market():
    cookies = cookies_after(["دلّة-نحاسية"], ["kettle"])
    for path in ("/p/kettle", "/en/p/kettle", "/eg/fr/p/دلّة-نحاسية"):
        assert is_own(cookies, path), path
    for path in ("/p/pot", "/", "/p/kettle/delivery", "/p/kettl"):
        assert not is_own(cookies, path), path


def test_who_has_nothing_of_his_own_shares_all_pages():
    for cookies in ({}, {"own": ""}, {"own": "..."}, {"own": "nonsense"}):
        assert not is_own(cookies, "/p/kettle") and not is_own(cookies, "/")


def test_the_oldest_goes_for_one_more():
    cookies = cookies_after(["first"], *([f"p{number}"] for number in range(MOST)))
    assert not is_own(cookies, "/p/first") and is_own(cookies, "/p/p0")
    cookies = cookies_after(["p0"], ["more"], cookies=cookies)
    assert is_own(cookies, "/p/p0") and not is_own(cookies, "/p/p1")
    assert len(cookies["own"]) < 300

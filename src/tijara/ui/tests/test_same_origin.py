"""A write is believed only from our own page."""

import pytest
from django.test import Client

OURS = "http://testserver"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"HTTP_SEC_FETCH_SITE": "same-origin"}, 303),
        ({"HTTP_SEC_FETCH_SITE": "none", "HTTP_ORIGIN": OURS}, 303),
        ({"HTTP_ORIGIN": OURS}, 303),
        ({}, 403),
        ({"HTTP_SEC_FETCH_SITE": "none"}, 403),
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, 403),
        ({"HTTP_SEC_FETCH_SITE": "same-site", "HTTP_ORIGIN": OURS}, 403),
        ({"HTTP_SEC_FETCH_SITE": "cross-site", "HTTP_ORIGIN": OURS}, 403),
        ({"HTTP_ORIGIN": "http://testserver.evil.example"}, 403),
        ({"HTTP_ORIGIN": "http://evil.example/testserver"}, 403),
        ({"HTTP_ORIGIN": "null"}, 403),
        ({"HTTP_REFERER": f"{OURS}/ui/"}, 403),
    ],
)
def test_only_our_own_page_may_write(headers, status):
    response = Client().post("/ui/theme", {"theme": "dark"}, **headers)
    assert response.status_code == status
    assert ("theme" in response.cookies) == (status == 303)


def test_reading_asks_for_nothing():
    assert Client().get("/ui/", HTTP_SEC_FETCH_SITE="cross-site").status_code == 200


def test_the_refusal_speaks_the_language_of_the_address():
    assert 'lang="en"' in Client().post("/en/cart").content.decode()
    assert 'lang="ar"' in Client().post("/cart").content.decode()


@pytest.mark.parametrize("path", ["/account/sign-in", "/inbox/", "/hub/", "/ui/", "/nowhere"])
def test_nothing_is_answered_under_another_name(path):
    given = {"HTTP_HOST": "elsewhere.example", "HTTP_SEC_FETCH_SITE": "same-origin"}
    assert Client().get(path, **given).status_code == 400
    assert Client().post(path, **given).status_code == 400

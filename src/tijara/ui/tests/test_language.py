"""The address alone says the language."""

import pytest
from django.test import Client

from tijara.ui.language import bare, language_of, local


@pytest.mark.parametrize(
    ("path", "language", "without"),
    [
        ("/", "ar", "/"),
        ("/en", "en", "/"),
        ("/en/", "en", "/"),
        ("/en/cart", "en", "/cart"),
        ("/fr/cart", "fr", "/cart"),
        ("/english", "ar", "/english"),
        ("/c/en/x", "ar", "/c/en/x"),
        ("/en//elsewhere.example", "en", "/elsewhere.example"),
        ("//elsewhere.example", "ar", "/elsewhere.example"),
    ],
)
def test_reads_the_language_of_an_address(path, language, without):
    assert language_of(path) == language
    assert bare(path) == without


def test_puts_an_address_in_a_language():
    assert local("/cart", "ar") == "/cart"
    assert local("/cart", "en") == "/en/cart"
    assert local("/cart", "fr") == "/fr/cart"


def test_what_the_browser_prefers_changes_nothing():
    page = Client().get("/nowhere", HTTP_ACCEPT_LANGUAGE="en")
    assert page.headers["Content-Language"] == "ar"
    assert "Accept-Language" not in page.headers.get("Vary", "")


def test_the_switch_never_leads_to_another_site():
    assert 'href="//' not in Client().get("/en//elsewhere.example/").content.decode()


def test_the_switch_keeps_the_page():
    for start, others in (("", ("/en", "/fr")), ("/en", ("", "/fr")), ("/fr", ("", "/en"))):
        page = Client().get(f"{start}/nowhere?a=1").content.decode()
        assert all(f'href="{other}/nowhere?a=1"' in page for other in others)

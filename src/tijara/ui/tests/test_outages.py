"""A person whose page was not drawn at all reads a sentence in his language; a program a word."""

import pytest

from tijara.ui.outages import OutagePages

PERSON = [(b"accept", b"text/html,application/xhtml+xml,*/*;q=0.8")]


@pytest.fixture(scope="module")
def pages():
    return OutagePages()


def asked(path: str = "/cart", method: str = "GET", headers=PERSON) -> dict:
    return {"path": path, "method": method, "headers": headers}


def html(page) -> str:
    return page[1].decode()


@pytest.mark.parametrize(
    ("path", "language", "direction", "word"),
    [
        ("/cart", "ar", "rtl", "الإقبال كبير"),
        ("/en/cart", "en", "ltr", "very busy"),
        ("/fr", "fr", "ltr", "beaucoup de monde"),
        ("/eg/en/cart", "en", "ltr", "very busy"),
        ("/eg/", "ar", "rtl", "الإقبال كبير"),
    ],
)
def test_it_speaks_the_language_of_the_address(pages, path, language, direction, word):
    page = html(pages.page(asked(path), 503))
    assert f'<html lang="{language}" dir="{direction}"' in page
    assert word in page


def test_who_looks_is_asked_to_wait_and_the_page_tries_again(pages):
    headers, _ = pages.page(asked(), 503)
    assert 3 <= int(dict(headers)[b"refresh"]) <= 9


def test_who_sends_is_told_that_it_was_not_taken_and_nothing_is_sent_again(pages):
    headers, body = pages.page(asked("/en/cart", "POST"), 503)
    assert b"refresh" not in dict(headers)
    assert (
        "wasn’t taken. Wait about ten seconds" in body.decode() and "Try again" not in body.decode()
    )


def test_what_is_too_large_says_what_to_do(pages):
    page = html(pages.page(asked("/en/hub/products", "POST"), 413))
    assert "smaller file" in page and 'href="/en/"' in page


def test_a_failure_is_a_page_with_the_look_and_without_inline_script(pages):
    headers, body = pages.page(asked(), 500)
    assert b"default-src 'none'" in dict(headers)[b"content-security-policy"]
    assert b'rel="stylesheet"' in body and b"<style" not in body and b"style=" not in body


@pytest.mark.parametrize("headers", [[], [(b"accept", b"application/json")]])
def test_a_program_gets_no_page(pages, headers):
    assert pages.page(asked(headers=headers), 503) is None


def test_other_ends_have_no_page(pages):
    assert pages.page(asked(), 404) is None

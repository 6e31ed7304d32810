"""No link and no form on any page of the demonstration market leads nowhere, and no page that is a
buyer's or a seller's asks a table without saying whose rows it means. What may be read from a
replica writes nothing.
"""

import html
import re
from functools import cache
from urllib.parse import urldefrag, urljoin

import pytest
from django.conf import settings
from django.test import Client
from django.urls import Resolver404, resolve

from tests.owned import asked_of_everybody, written_by_pages
from tests.pages.budgets import Ledger
from tijara.platform.limits import forget_all

pytestmark = [pytest.mark.usefixtures("demonstrated"), pytest.mark.django_db]
LINK = re.compile(r'<a [^>]*?href="([^"]*)"')
FORM = re.compile(r'<form [^>]*?action="([^"]*)"')
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{60,}:[\w-]{20,}")
ENDS = ("tel:", "mailto:", "otpauth:", "http://", "https://", "/static/")
ASKS_ITSELF = re.compile(
    r"<form\b(?![^>]*\bnovalidate)[^>]*>(?:(?!</form>).)*?"
    r"<(?:input|select|textarea)\b[^>]*\s(?:required|pattern=)",
    re.S,
)
"""A form whose fields the browser checks, in its own words and not beside them."""
FINE = (200, 202, 302, 303)
CODES = ("en", "fr")
EVERYBODYS = re.compile(r"(/eg)?(/en|/fr)?/(office|inbox)/")
"""What staff look at is of all owners; the inbox shows anybody's letters, and only here."""
MIRRORED = re.compile(settings.REPLICA_PAGES)
"""Pages that may be read from a replica, which takes no writes."""
GUEST, SELLER, STAFF = "", "nahhas@demo.tijara.example", "market@demo.tijara.example"
MARKET = re.compile(r"^/eg(?=/)")
"""What the addresses of the demonstration's second market begin with."""
OF_A_KIND, TRANSLATED = 2, 1
"""How many addresses that differ in an id, a slug or a query are looked at, and in languages of
which the pages have the same templates and the same things to tell."""
TONGUES = {GUEST: CODES, SELLER: ("en",), STAFF: ("fr",)}
"""Beside Arabic, what each reads: the pages of all three lead on by the same templates."""
OTHER_LANGUAGE = re.compile(rf"^(/eg)?/({'|'.join(CODES)})(/|$)")


def crawl(email: str, start: str, anybodys: dict[str, str], ledger: Ledger) -> dict[str, int]:
    """The status of every page that is reached from `start`. `anybodys` takes the statements that
    name no owner, by their text, of pages that are not `EVERYBODYS`; `ledger` what each page asked
    of the database."""
    browser = arrived(email)
    waiting, seen, kinds = [start], {}, {}
    while waiting:
        address = waiting.pop()
        kind = kind_of(address)
        tongue = OTHER_LANGUAGE.match(address)
        most = TRANSLATED if tongue else OF_A_KIND
        if tongue and tongue[2] not in TONGUES[email]:
            continue
        if address in seen or kinds.get(kind, 0) >= most:
            continue
        kinds[kind] = kinds.get(kind, 0) + 1
        forget_all()  # a crawl asks faster than a visitor may
        with ledger.of(address), asked_of_everybody() as asked, written_by_pages() as written:
            answer = browser.get(address)
        assert not (written and MIRRORED.match(MARKET.sub("", address))), address
        if not EVERYBODYS.match(address):
            anybodys |= {f"{text} at {address}": tables for text, tables in asked.items()}
        seen[address] = answer.status_code
        if answer.status_code == 200 and "html" in answer["Content-Type"]:
            page = answer.content.decode()
            assert not ASKS_ITSELF.search(page), address
            waiting += links_of(address, page)
    return seen


def kind_of(address: str) -> str:
    path, _, query = address.partition("?")
    path = re.sub(r"/(p|c|s)/.+", r"/\1/", ID.sub("…", path))
    return path + re.sub(r"=[^&]*", "=", query)


def links_of(address: str, page: str) -> list[str]:
    for action in FORM.findall(page):
        path = urldefrag(urljoin(address, html.unescape(action))).url.partition("?")[0]
        assert leads(MARKET.sub("", path)), f"{address} has a form for {path}, where nothing is"
    found = [html.unescape(link) for link in LINK.findall(page)]
    inner = [link for link in found if link and not link.startswith((*ENDS, "#"))]
    return [urldefrag(urljoin(address, link)).url for link in inner]


@cache
def leads(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def arrived(email: str) -> Client:
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    if email:
        given = {"email": email, "password": settings.DEMONSTRATION_PASSWORD}
        assert browser.post("/account/sign-in", given).status_code == 303
    return browser


@pytest.mark.parametrize(("email", "closed"), [(GUEST, ""), (SELLER, "/office/"), (STAFF, "/hub/")])
def test_no_link_leads_nowhere(email, closed):
    """In no language that is read: each page leads to itself in the others."""
    anybodys: dict[str, str] = {}
    ledger = Ledger()
    seen = crawl(email, "/", anybodys, ledger)
    for code in TONGUES[email]:
        assert len([path for path in seen if path.startswith(f"/{code}/")]) > 30
    lost = {path: status for path, status in seen.items() if status not in FINE}
    for path in [path for path in lost if closed and closed in path]:
        assert lost.pop(path) == 403, path
    assert not lost
    assert email or (ledger.pages and not ledger.over())
    assert not anybodys, "these ask every node of a cluster"

"""Shop pages are made for weak networks: what a first visit has to fetch, as sent over the wire."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .addresses import ADDRESSES, PHONE, Address

WEIGHED = [pytest.param(address, id=address.path) for address in ADDRESSES if address.weighed]
KILO = 1024
BLOCKING_LIMIT, COLD_LIMIT, SAVING_LIMIT, NEXT_LIMIT = 25 * KILO, 90 * KILO, 50 * KILO, 12 * KILO
BLOCKING = ("document", "stylesheet")


@pytest.fixture
def weigh(browser, market, readers) -> Callable[..., dict[str, int]]:
    def weights(address: Address, **options: object) -> dict[str, int]:
        reader = readers(address.by)
        path = address.in_language("ar", reader.found)
        return fetched(browser, market + path, storage_state=reader.state, **options)

    return weights


def fetched(browser, address: str, **options) -> dict[str, int]:
    """Bytes over the wire of a first visit, by kind of file, pictures of goods aside."""
    context = browser.new_context(viewport={"width": PHONE, "height": 844}, **options)
    page = context.new_page()
    bytes_of: dict[str, int] = {}
    _count(page, bytes_of)
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    context.close()
    return bytes_of


def _count(page: Page, bytes_of: dict[str, int]) -> None:
    session = page.context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    session.send("Network.enable")

    def begin(event: dict) -> None:
        is_goods = event["request"]["url"].endswith(".avif")
        kinds[event["requestId"]] = "goods" if is_goods else event.get("type", "Other").lower()

    def end(event: dict) -> None:
        kind = kinds.get(event["requestId"], "other")
        bytes_of[kind] = bytes_of.get(kind, 0) + int(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", begin)
    session.on("Network.loadingFinished", end)


@pytest.mark.parametrize("address", WEIGHED)
def test_first_visit_is_light(address: Address, weigh):
    weights = weigh(address)
    blocking = sum(weights.get(kind, 0) for kind in BLOCKING)
    cold = sum(size for kind, size in weights.items() if kind != "goods")
    assert weights["document"] > 0
    assert blocking <= BLOCKING_LIMIT, weights
    assert cold <= COLD_LIMIT, weights


@pytest.mark.parametrize("address", WEIGHED)
def test_next_page_is_lighter_still(address: Address, weigh):
    weights = weigh(address)
    assert weights["document"] <= NEXT_LIMIT, weights


@pytest.mark.parametrize("address", WEIGHED)
def test_saving_data_leaves_fonts_out(address: Address, weigh):
    weights = weigh(address, extra_http_headers={"Save-Data": "on"})
    assert weights.get("font", 0) == 0
    assert sum(size for kind, size in weights.items() if kind != "goods") <= SAVING_LIMIT, weights

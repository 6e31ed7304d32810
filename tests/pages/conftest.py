"""Pages in the sizes and languages in which they are looked at, by whom they are for."""

import os
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import Served
from tests.market.shared import once, shared_market

from .addresses import PHONE, SIZES, Address
from .readers import Reader, prepared

AT_REST = "() => !document.querySelector('[aria-busy=true]')"


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    """One for all processes of this run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def served(folder: Path) -> Iterator[Served]:
    """Pages are looked at in one market, whichever process looks: nobody counts what is there."""
    with shared_market(folder) as told:
        yield Served(*told)


@pytest.fixture(scope="session")
def market(served: Served) -> str:
    return served.address


@pytest.fixture(scope="session")
def readers(browser: Browser, served: Served, folder: Path) -> Callable[[str], Reader]:
    """A reader of each kind, made by whoever needs him first."""

    @cache
    def reader(by: str) -> Reader:
        return Reader(
            **once(folder / f"reader-{by}.json", lambda: asdict(prepared(by, served, browser)))
        )

    return reader


@pytest.fixture(scope="session")
def contexts(browser: Browser, market: str, readers) -> Callable[..., BrowserContext]:
    """One context for each size and reader, kept for the run. Scripts of the test itself
    (axe) need the content policy out of the way; other tests prove that it is sent."""
    kept: dict[tuple, BrowserContext] = {}

    def context(width: int, by: str = "") -> BrowserContext:
        if (width, by) not in kept:
            kept[width, by] = browser.new_context(
                base_url=market,
                viewport={"width": width, "height": SIZES[width]},
                color_scheme="light",
                reduced_motion="reduce",
                bypass_csp=True,
                storage_state=readers(by).state if by else None,
            )
        return kept[width, by]

    return context


@pytest.fixture
def opened(contexts) -> Iterator[Callable[..., Page]]:
    """Open a path of the market; the page is closed when the test ends."""
    pages: list[Page] = []

    def open_(path: str, *, width: int, by: str = "") -> Page:
        page = contexts(width, by).new_page()
        pages.append(page)
        page.goto(path, wait_until="load")
        return page

    yield open_
    for page in pages:
        page.close()


@pytest.fixture(scope="session")
def tabs(contexts) -> Callable[[str], Page]:
    """One page for each reader, kept for the run: a new one costs as much as what it shows."""
    kept: dict[str, Page] = {}

    def tab(by: str) -> Page:
        if by not in kept:
            kept[by] = contexts(PHONE, by).new_page()
        kept[by].set_viewport_size({"width": PHONE, "height": SIZES[PHONE]})
        kept[by].emulate_media(color_scheme="light", reduced_motion="reduce")
        return kept[by]

    return tab


@pytest.fixture
def looked_at(tabs, readers) -> Callable[[Address, str], Page]:
    """Open an address as its reader on a phone, in a language, and press what is to be pressed."""

    def look(address: Address, language: str) -> Page:
        path = address.in_language(language, readers(address.by).found)
        page = tabs(address.by)
        page.goto(path, wait_until="load")
        if address.presses:
            page.click(address.presses)
            page.wait_for_load_state()
            page.wait_for_function(AT_REST)
        return page

    return look

"""Pages in the sizes, languages and lights in which they are looked at."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from .addresses import SIZES


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """One context for each size, light and reader, kept for the run. Scripts of the test itself
    (axe) need the content policy out of the way; other tests prove that it is sent."""
    kept: dict[tuple, BrowserContext] = {}

    def context(width: int, light: str, by: str = "") -> BrowserContext:
        if (width, light, by) not in kept:
            kept[width, light, by] = browser.new_context(
                viewport={"width": width, "height": SIZES[width]},
                color_scheme=light,
                reduced_motion="reduce",
                bypass_csp=True,
            )
        return kept[width, light, by]

    yield context
    for context_ in kept.values():
        context_.close()


@pytest.fixture
def opened(contexts, market: str) -> Iterator[Callable[..., Page]]:
    """Open an address of the market; the page is closed when the test ends."""
    pages: list[Page] = []

    def open_(path: str, *, width: int, light: str = "light", by: str = "") -> Page:
        page = contexts(width, light, by).new_page()
        pages.append(page)
        page.goto(f"{market}{path}", wait_until="load")
        return page

    yield open_
    for page in pages:
        page.close()

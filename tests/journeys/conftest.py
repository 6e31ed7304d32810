"""How people come to the market: each in a browser context of his own."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from playwright.sync_api import Browser

from .people import Person


@pytest.fixture
def words() -> Mapping[str, Mapping[str, str]]:
    """What a journey looks for on its pages, by language; its file gives them."""
    return {}


@pytest.fixture
def arrives(browser: Browser, market: str, words) -> Iterator[Callable[..., Person]]:
    contexts = []

    def person(
        language: str, size: dict, scripts: bool = True, email: str = "", at: str = market
    ) -> Person:
        contexts.append(
            browser.new_context(
                base_url=at,
                viewport=size,
                java_script_enabled=scripts,
                reduced_motion="reduce",
            )
        )
        arrived = Person(contexts[-1].new_page(), language, words, has_scripts=scripts)
        if email:
            arrived.signs_in(email)
        return arrived

    yield person
    for context in contexts:
        context.close()

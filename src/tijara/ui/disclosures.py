"""What the law asks a market to say about itself, on every page that is made within it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from tijara.domains.markets.shapes import OperatorPapers
from tijara.ui.pieces.words import named, site_name

_told: ContextVar[Callable[[], OperatorPapers]] = ContextVar("_told", default=OperatorPapers)


@contextmanager
def disclosing(tell: Callable[[], OperatorPapers]) -> Iterator[None]:
    """While a page is drawn, it says of its operator what `tell` says by then."""
    token = _told.set(tell)
    try:
        yield
    finally:
        _told.reset(token)


def the_operator() -> OperatorPapers:
    return _told.get()()


def operator_name() -> str:
    """Who runs this market; where he has not said it, the market itself stands for him."""
    return named(the_operator()) or site_name()

"""What words may mean: what others search for, departments, shops, brands. The box offers it while
one types, the page of findings to whoever has no scripts."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import get_language, pgettext

from tijara.domains.catalogue.queries import categories
from tijara.domains.catalogue.shapes import CategoryNode
from tijara.domains.search.queries import suggested_words
from tijara.domains.stores.queries import all_stores
from tijara.domains.stores.shapes import StoreCard
from tijara.faces.storefront.here import here, sellers_here
from tijara.kit.arabic import Names, fold, spelled, ways_to_begin
from tijara.kit.recent import Recent
from tijara.ui.language import local
from tijara.ui.pieces.words import named

KEPT_SECONDS = 5
MOST_WORDS, MOST_DEPARTMENTS, MOST_STORES = 4, 2, 2


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    note: str
    href: str


def lines_for(text: str, meant: str = "") -> list[Line]:
    """`meant` is what the search took the words for, where nothing begins as they are typed. No
    statement but what the process asks once a minute."""
    if not fold(text):
        return []
    return [*words_for(text, meant), *_departments(text, meant), *_stores(text, meant)]


def words_for(text: str, meant: str) -> list[Line]:
    """What several others have asked for and found."""
    language = get_language() or "ar"
    told = suggested_words(here().id, language, text, MOST_WORDS + 1, meant=meant)
    others = [one for one in told if fold(one) != fold(text)][:MOST_WORDS]
    return [Line(one, pgettext("suggestion", "Search"), search_address(one)) for one in others]


def search_address(text: str) -> str:
    return f"{local('/search')}?{urlencode({'q': text})}"


def _departments(text: str, meant: str) -> list[Line]:
    """Those of whose words one begins so."""
    note = pgettext("suggestion", "Department")
    nodes = _begun(_known_departments.get(), text, meant)
    return [Line(named(node), note, local(f"/c/{node.path}")) for node in nodes[:MOST_DEPARTMENTS]]


def _stores(text: str, meant: str) -> list[Line]:
    """Open shops of this market of whose name a word begins so."""
    note = pgettext("suggestion", "Shop")
    fitting = _begun(_known_stores.get(), text, meant)
    at_home = sellers_here(one.seller_id for one in fitting)
    return [
        Line(named(one), note, local(f"/s/{one.slug}"))
        for one in fitting
        if one.seller_id in at_home
    ][:MOST_STORES]


def _begun[Thing: (CategoryNode, StoreCard)](
    names: Names[Thing], text: str, meant: str
) -> list[Thing]:
    return names.begun(ways_to_begin(text, meant))[0] or names.begun([names.nearest(text)])[0]


def _spelled[Thing: (CategoryNode, StoreCard)](things: Iterable[Thing]) -> Names[Thing]:
    return Names((spelled(one.name_ar, one.name_en, one.name_fr), one) for one in things)


_known_departments = Recent(lambda: _spelled(categories()), KEPT_SECONDS)
_known_stores = Recent(lambda: _spelled(one for one in all_stores() if one.is_open), KEPT_SECONDS)
"""Spelled once for all who type, not at every key."""

"""Lists of goods: what was asked (words, order, page, filters) and what is shown for it."""

from dataclasses import dataclass
from typing import TypedDict, Unpack
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext_lazy, ngettext

from tijara.domains.catalogue.shapes import CategoryNode
from tijara.domains.search.queries import browse, shelf_tag
from tijara.domains.search.shapes import Found, Wish
from tijara.faces.storefront.filters import Filters, areas, is_filter
from tijara.faces.storefront.frame import asked_part, page, part
from tijara.faces.storefront.here import here
from tijara.faces.storefront.rated import ratings_on
from tijara.faces.storefront.structured import Data, graph, list_data
from tijara.faces.storefront.typed import read_page
from tijara.ui.language import local
from tijara.ui.pieces.words import grouped

PLACE_SORTS = {
    "popular": gettext_lazy("Best selling"),
    "new": gettext_lazy("Newest"),
    "cheap": gettext_lazy("Lowest price"),
    "dear": gettext_lazy("Highest price"),
}
SEARCH_SORTS = {"match": gettext_lazy("Best match"), **PLACE_SORTS}
SIDE_BY_SIDE = gettext_lazy("Side by side")
ONE_BELOW_ANOTHER = gettext_lazy("One below another")
LONGEST_TEXT = 100
"""Letters that are searched for."""
LAID_OUT = frozenset(("q", "sort", "page", "view", "in", "part"))
PICKS = 1
MOST_CARRIED = 1000
"""Letters of what an address says beside the words: more of it goes into no link of its page."""
ROWS = (("view", "rows"),)
"""Goods one below another, with more of their names; without it they stand side by side."""


class Place(TypedDict, total=False):
    """Where the goods stand: a department, a shop, or the whole market."""

    node: CategoryNode | None
    seller_id: UUID | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks of a shelf. Anything unknown is the ordinary thing."""

    text: str
    sort: str
    page: int
    filters: Filters
    is_in_rows: bool = False
    is_cut: bool = False
    """The words were longer than what is searched for."""
    is_crowded: bool = False
    """More was picked than an address carries; what it says last is left out."""

    @property
    def sorts(self) -> dict:
        return SEARCH_SORTS if self.text else PLACE_SORTS

    @property
    def usual_sort(self) -> str:
        return next(iter(self.sorts))

    @property
    def is_narrowed(self) -> bool:
        return bool(self.filters) or bool(self.filters.area) or self.sort != self.usual_sort

    def kept(self) -> list[tuple[str, str]]:
        """The words and the order, as they stand in addresses."""
        pairs = [("q", self.text)] if self.text else []
        if self.sort != self.usual_sort:
            pairs.append(("sort", self.sort))
        return [*pairs, *ROWS] if self.is_in_rows else pairs


def asked(request: HttpRequest, node: CategoryNode | None = None) -> Asked:
    typed = " ".join(request.GET.get("q", "").replace("\0", "").split())
    text = _begun(typed)
    is_crowded = _carry(request, text)
    given = request.GET
    sorts = SEARCH_SORTS if text else PLACE_SORTS
    sort = given.get("sort", "")
    return Asked(
        text=text,
        sort=sort if sort in sorts else next(iter(sorts)),
        page=read_page(given.get("page", "1")),
        filters=Filters(request, node),
        is_in_rows=given.get("view") == "rows",
        is_cut=text != typed,
        is_crowded=is_crowded,
    )


def _begun(typed: str) -> str:
    """Its beginning, in whole words where there are any."""
    text = typed[:LONGEST_TEXT]
    is_whole = text == typed or typed[LONGEST_TEXT] == " "
    return text.strip() if is_whole else (text.rpartition(" ")[0] or text)


def _carry(request: HttpRequest, text: str) -> bool:
    """A page of goods carries its own address in every link: the way it is laid out first, then
    what is picked, then what others have hung on it. Whether a pick had to be left out."""
    said = [(name, value) for name, values in request.GET.lists() for value in values]
    kept, left, is_crowded = [("q", text)] if "q" in request.GET else [], MOST_CARRIED, False
    for name, value in sorted(said, key=lambda pair: _rank(pair[0])):
        length = len(name) + len(value)
        if name == "q":
            continue
        if length <= left and not is_crowded:
            kept.append((name, value))
            left -= length
        else:
            is_crowded |= _rank(name) == PICKS
    if sorted(kept) != sorted(said):
        request.META["QUERY_STRING"] = urlencode(kept)
        request.GET = QueryDict(request.META["QUERY_STRING"])
    return is_crowded


def _rank(name: str) -> int:
    return 0 if name in LAID_OUT else PICKS if is_filter(name) else 2


def shelf_page(
    request: HttpRequest,
    template: str,
    want: Asked,
    told: dict,
    *things: Data,
    **place: Unpack[Place],
) -> HttpResponse:
    """A page with a list of goods, and what search engines read of it (`things` and the list); or,
    for a script, only how many its filters would show."""
    shown = shelf_context(want, **place)
    shows = [_tag(**place)]
    if asked_part(request) == "count":
        return part(request, "count", {**shown, "is_asked": True}, shows=shows)
    data = graph(*things, list_data(request, shown["goods"].items))
    return page(request, template, {**told, **shown, "data": data}, shows=shows)


def _tag(*, node: CategoryNode | None = None, seller_id: UUID | None = None) -> str:
    return shelf_tag(here().id, node.path if node else "", seller_id=seller_id)


def shelf_context(
    want: Asked, *, node: CategoryNode | None = None, seller_id: UUID | None = None
) -> dict:
    """The goods and everything that stands around them."""
    found = browse(
        Wish(
            here().id,
            text=want.text,
            category_path=node.path if node else "",
            seller_id=seller_id,
            sort=want.sort,
            page=want.page,
            picked=want.filters.picked,
            area=want.filters.area,
        )
    )
    return {
        "found": found,
        "goods": found.page,
        "ratings": ratings_on(found.page.items),
        "asked": want,
        "query": want.text,
        "total": _count(found),
        "sorts": want.sorts.items(),
        "noindex": bool(want.text) or want.is_narrowed,
        "numbers": _numbers(want.page, found.page.pages or want.page),
        "previous": want.page - 1,
        "next": want.page + 1,
        "views": _views(want),
        "shown": _shown(found),
        "keep_at": "" if seller_id else _keep_at(want, node),
        "is_beyond": bool(not found.page.items and found.page.total and want.page > 1),
        **_filters(want, found, is_store=seller_id is not None),
    }


def _keep_at(want: Asked, node: CategoryNode | None) -> str:
    """Where this search is kept; nothing where nothing is searched for."""
    if not want.text and not want.filters:
        return ""
    words = [("q", want.text)] if want.text else []
    place = [("in", node.path)] if node else []
    return f"{local('/searches/new')}?{urlencode([*words, *want.filters.parameters(), *place])}"


def _filters(want: Asked, found: Found, *, is_store: bool) -> dict:
    facets = want.filters.facets(found.facets)
    return {
        "facets": [facet for facet in facets if not (is_store and facet.name == "store")],
        "areas": areas(want.filters.area),
        "bars": want.filters.bars(found.prices),
        "switches": want.filters.switches(found.facets),
        "chips": want.filters.chips(found.facets, want.kept()),
        "cleared": f"?{urlencode(want.kept())}",
    }


def _count(found: Found) -> str:
    number = found.page.total or 0
    if found.is_more:
        told = ngettext("At least %(count)s product", "At least %(count)s products", number)
        return told % {"count": grouped(number)}
    return ngettext("%(count)s product", "%(count)s products", number) % {"count": grouped(number)}


def _shown(found: Found) -> str:
    """What the button under the filters promises."""
    number = found.page.total or 0
    if found.is_more:
        told = ngettext(
            "Show at least %(count)s product", "Show at least %(count)s products", number
        )
        return told % {"count": grouped(number)}
    return ngettext("Show %(count)s product", "Show %(count)s products", number) % {
        "count": grouped(number)
    }


def _views(want: Asked) -> list[tuple[str, object, str, bool]]:
    """(icon, name, address, is it this one) of each way to lay the goods out; the page is kept."""
    kept = [pair for pair in want.kept() if pair not in ROWS] + want.filters.parameters()
    at = [("page", str(want.page))] if want.page > 1 else []
    return [
        ("grid", SIDE_BY_SIDE, f"?{urlencode([*kept, *at])}", not want.is_in_rows),
        ("list", ONE_BELOW_ANOTHER, f"?{urlencode([*kept, *ROWS, *at])}", want.is_in_rows),
    ]


def _numbers(page: int, last: int) -> list[int]:
    """Pages to offer: the first, those around this one, the last; 0 is a gap."""
    numbers: list[int] = []
    for number in sorted({1, last, page - 1, page, page + 1}):
        if 1 <= number <= last:
            if numbers and number - numbers[-1] > 1:
                numbers.append(0)
            numbers.append(number)
    return numbers

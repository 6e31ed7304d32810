"""Lists of goods: what was asked (words, order, page, filters) and what is shown for it."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext_lazy, ngettext

from tijara.domains.catalogue.shapes import CategoryNode
from tijara.domains.search.queries import browse
from tijara.domains.search.shapes import Found, Wish
from tijara.faces.storefront.filters import Filters
from tijara.faces.storefront.here import here
from tijara.faces.storefront.typed import read_page
from tijara.ui.pieces.words import grouped

PLACE_SORTS = {
    "popular": gettext_lazy("Best selling"),
    "new": gettext_lazy("Newest"),
    "cheap": gettext_lazy("Lowest price"),
    "dear": gettext_lazy("Highest price"),
}
SEARCH_SORTS = {"match": gettext_lazy("Best match"), **PLACE_SORTS}
LONGEST_TEXT = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks of a shelf. Anything unknown is the ordinary thing."""

    text: str
    sort: str
    page: int
    filters: Filters

    @property
    def sorts(self) -> dict:
        return SEARCH_SORTS if self.text else PLACE_SORTS

    @property
    def usual_sort(self) -> str:
        return next(iter(self.sorts))

    @property
    def is_narrowed(self) -> bool:
        return bool(self.filters) or self.sort != self.usual_sort

    def kept(self) -> list[tuple[str, str]]:
        """The words and the order, as they stand in addresses."""
        pairs = [("q", self.text)] if self.text else []
        return [*pairs, ("sort", self.sort)] if self.sort != self.usual_sort else pairs


def asked(request: HttpRequest, node: CategoryNode | None = None) -> Asked:
    given = request.GET
    text = " ".join(given.get("q", "").replace("\0", "").split())[:LONGEST_TEXT]
    sorts = SEARCH_SORTS if text else PLACE_SORTS
    sort = given.get("sort", "")
    return Asked(
        text=text,
        sort=sort if sort in sorts else next(iter(sorts)),
        page=read_page(given.get("page", "1")),
        filters=Filters(request, node),
    )


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
        )
    )
    return {
        "found": found,
        "goods": found.page,
        "asked": want,
        "query": want.text,
        "total": _count(found),
        "sorts": want.sorts.items(),
        "noindex": bool(want.text) or want.is_narrowed,
        "numbers": _numbers(want.page, found.page.pages or want.page),
        "previous": want.page - 1,
        "next": want.page + 1,
        **_filters(want, found, is_store=seller_id is not None),
    }


def _filters(want: Asked, found: Found, *, is_store: bool) -> dict:
    facets = want.filters.facets(found.facets)
    return {
        "facets": [facet for facet in facets if not (is_store and facet.name == "store")],
        "switches": want.filters.switches(found.facets),
        "chips": want.filters.chips(found.facets, want.kept()),
        "cleared": f"?{urlencode(want.kept())}",
    }


def _count(found: Found) -> str:
    number = found.page.total or 0
    return ngettext("%(count)s product", "%(count)s products", number) % {"count": grouped(number)}


def _numbers(page: int, last: int) -> list[int]:
    """Pages to offer: the first, those around this one, the last; 0 is a gap."""
    numbers: list[int] = []
    for number in sorted({1, last, page - 1, page, page + 1}):
        if 1 <= number <= last:
            if numbers and number - numbers[-1] > 1:
                numbers.append(0)
            numbers.append(number)
    return numbers

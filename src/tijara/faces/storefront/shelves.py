"""Lists of goods: what was asked (order, page, only in stock) and what is shown for it."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tijara.domains.search.queries import shelf
from tijara.domains.search.shapes import ProductCard
from tijara.faces.storefront.here import here
from tijara.faces.storefront.typed import read_page
from tijara.kit.page import Page

SORTS = {
    "popular": gettext_lazy("Best match"),
    "cheap": gettext_lazy("Lowest price"),
    "dear": gettext_lazy("Highest price"),
    "new": gettext_lazy("Newest"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks of a shelf. Anything unknown is the ordinary thing."""

    text: str
    sort: str
    page: int
    in_stock: bool
    reduced: bool


def asked(request: HttpRequest) -> Asked:
    given = request.GET
    sort = given.get("sort", "popular")
    return Asked(
        text=" ".join(given.get("q", "").split())[:100],
        sort=sort if sort in SORTS else "popular",
        page=read_page(given.get("page", "1")),
        in_stock=given.get("stock") == "1",
        reduced=given.get("reduced") == "1",
    )


def shelf_context(want: Asked, **which: Any) -> dict:
    """The goods and everything that stands around them."""
    goods = shelf(
        here().id,
        text=want.text,
        sort=want.sort,
        page=want.page,
        in_stock=want.in_stock,
        reduced=want.reduced,
        **which,
    )
    return {
        "goods": goods,
        "asked": want,
        "query": want.text,
        "count": _count(goods),
        "sorts": SORTS.items(),
        "numbers": _numbers(want.page, goods.pages or want.page),
        "previous": want.page - 1,
        "next": want.page + 1,
    }


def _count(goods: Page[ProductCard]) -> str:
    """How many there are in all; of very many, that they are."""
    if goods.total is not None:
        text = ngettext("%(count)s product", "%(count)s products", goods.total)
        return text % {"count": f"{goods.total:,}"}
    return _("More than 2,000 products") if goods.items else ""


def _numbers(page: int, last: int) -> list[int]:
    """Pages to offer: the first, those around this one, the last; 0 is a gap."""
    numbers: list[int] = []
    for number in sorted({1, last, page - 1, page, page + 1}):
        if 1 <= number <= last:
            if numbers and number - numbers[-1] > 1:
                numbers.append(0)
            numbers.append(number)
    return numbers

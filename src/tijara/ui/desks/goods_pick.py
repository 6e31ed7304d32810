"""Goods that are ticked in a form: looked for by their words, shown with their pictures. What was
ticked stays ticked while one looks for more, with and without scripts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, QueryDict

from tijara.kit.arabic import strip_controls
from tijara.ui.goods.sheet import read_id

PART, GOODS = "X-Part", "goods"
LONGEST_TEXT = 60
FOUND, MOST_TICKED = 12, 200
TICKED, LOOKED_FOR = "product", "goods"
"""The names of the boxes, and of the field in which one looks for more."""


@dataclass(frozen=True, slots=True)
class Pickable:
    """`note`: its stock number, its price: what tells it from its neighbour."""

    id: UUID
    name_ar: str
    name_en: str
    picture: str
    note: object = ""


@dataclass(frozen=True, slots=True)
class Goods:
    """Where a desk finds them. `known` keeps the order of what is asked for."""

    by_sku: Callable[[str], UUID | None]
    search: Callable[[str], Sequence[Pickable]]
    known: Callable[[Iterable[UUID]], Sequence[Pickable]]


def ticked_goods(post: QueryDict) -> list[UUID]:
    """Each once; an id that is none was not made by us."""
    ids = (read_id(said) for said in post.getlist(TICKED)[:MOST_TICKED])
    return list(dict.fromkeys(one for one in ids if one))


def looked_for(given: QueryDict) -> str:
    return strip_controls(given.get(LOOKED_FOR, "")).strip()[:LONGEST_TEXT]


def asks_goods(request: HttpRequest) -> bool:
    """A script asks only what fits, and what is ticked."""
    return request.headers.get(PART) == GOODS


def picking(goods: Goods, ticked: Sequence[UUID], text: str) -> dict[str, object]:
    """What the list shows: the ticked ones first, then what fits and is not among them."""
    found = [one for one in (goods.search(text) if text else ()) if one.id not in ticked]
    return {
        "ticked_goods": goods.known(ticked),
        "found_goods": found[:FOUND],
        "looked_for": text,
    }

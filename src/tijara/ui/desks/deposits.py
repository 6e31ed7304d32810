"""What was put down, in a list at a desk, by what became of it. The hub and the office show it
alike."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from tijara.domains.cash.shapes import DepositPart, DepositSum, DepositView
from tijara.kit.page import Page
from tijara.ui.cash_words import DEPOSIT_PARTS
from tijara.ui.language import local

LONGEST_TEXT = 20


def deposit_asked(request: HttpRequest) -> tuple[DepositPart | None, str]:
    """(which part, the start of which number)."""
    said = request.GET.get("part", "")
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    return DepositPart(said) if said in DepositPart else None, text


def deposits_shown(
    request: HttpRequest,
    path: str,
    page: Page[DepositView],
    sums: Sequence[DepositSum],
    cards: Mapping[UUID, object] | None = None,
) -> dict:
    """For `ui/desks/deposits.html`; `path` is the list's own address, `cards` are the stores where
    it is a list of several."""
    part, text = deposit_asked(request)
    return {
        "page": page,
        "has_stores": cards is not None,
        "rows": [
            (one, (cards or {}).get(one.seller_id),
             [(*DEPOSIT_PARTS[what], money) for what, money in one.parts])
            for one in page.items
        ],
        "figures": [
            (DEPOSIT_PARTS[what][0], one) for what in DEPOSIT_PARTS for one in sums
            if one.part is what
        ],
        "parts": _tabs(path, part, sums),
        "part": part,
        "query": text,
        "here": local(path),
    }  # fmt: skip


def _tabs(path: str, chosen: DepositPart | None, sums: Sequence[DepositSum]) -> list[dict]:
    """All that came, and each part in which something is."""
    counts = {what: sum(one.orders for one in sums if one.part is what) for what in DEPOSIT_PARTS}
    tabs = [{"text": _("All"), "href": local(path), "current": chosen is None}]
    return tabs + [
        {
            "text": name,
            "href": local(f"{path}?part={what}"),
            "count": counts[what],
            "current": what is chosen,
        }
        for what, (name, _tone) in DEPOSIT_PARTS.items()
        if counts[what] or what is chosen
    ]

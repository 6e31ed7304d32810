"""Searches that buyers keep, and what they find now."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace
from uuid import UUID

from django.core.signing import BadSignature, Signer

from ..models import SavedSearch
from ..rules import DELIVERY, MOST_KNOWN, Now
from ..shapes import Rhythm, SavedView, Wish
from .shelves import page_of, read_rows
from .wanted import wanted_of

LINKS = Signer(salt="tijara.search.saved")


def looked_up(wish: Wish) -> list[Now]:
    """The newest goods that answer it. What is only near to it is no answer: nobody wants letters
    of guesses."""
    wanted = wanted_of(replace(wish, sort="new", page=1))
    if wanted is None or wanted.instead:
        return []
    rows = read_rows(wanted, 1, MOST_KNOWN, counts=False)
    found = page_of(rows, 1, MOST_KNOWN, None).items
    return [Now(card.product_id, card.price.minor, card.in_stock) for card in found]


def to_remember(wish: Wish, found: list[Now]) -> list[Now]:
    """What is no news from now on: what was found, and beside a time of delivery also what would
    arrive later. Else the calendar alone would make news: what takes three working days is there
    "within three days" on some days of the week and not on others."""
    if DELIVERY not in wish.picked:
        return found
    picked = {name: values for name, values in wish.picked.items() if name != DELIVERY}
    known = {one.product_id for one in found}
    later = looked_up(replace(wish, picked=picked))
    return [*found, *(one for one in later if one.product_id not in known)]


def searches_of(buyer_id: UUID, market_id: UUID) -> list[SavedView]:
    """The latest first."""
    rows = SavedSearch.objects.filter(buyer_id=buyer_id, market_id=market_id)
    return [_view(row) for row in rows.order_by("-kept_at", "id")]


def saved_search(buyer_id: UUID, search_id: UUID) -> SavedView | None:
    row = SavedSearch.objects.filter(buyer_id=buyer_id, id=search_id).first()
    return _view(row) if row else None


def search_link_token(buyer_id: UUID, search_id: UUID) -> str:
    """What a letter's link opens it with, without signing in."""
    key = urlsafe_b64encode(buyer_id.bytes + search_id.bytes).decode().rstrip("=")
    return LINKS.sign(key)


def read_search_token(token: str) -> tuple[UUID, UUID] | None:
    """(buyer id, search id), or None for a token that we did not make."""
    try:
        raw = urlsafe_b64decode(LINKS.unsign(token) + "=")
        return UUID(bytes=raw[:16]), UUID(bytes=raw[16:])
    except (BadSignature, ValueError):
        return None


def _view(row: SavedSearch) -> SavedView:
    return SavedView(
        row.id, row.market_id, row.name, row.path, Rhythm(row.rhythm), row.kept_at, row.told_at
    )

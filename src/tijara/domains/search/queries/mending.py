"""What staff see of a market's search: what was missed, what words were written down, and why a
product comes first."""

from uuid import UUID

from tijara.kit.page import Page

from ..models import Missed, Synonym
from ..rules import BETWEEN
from ..shapes import Asking, MissedView, Reason, SynonymView, Wish
from .matching import explained
from .shelves import cards
from .wanted import place_of_wish

MOST_EXPLAINED = 10


def missed(market_id: UUID, *, page: int = 1, size: int = 25) -> Page[MissedView]:
    """What was missed most often comes first."""
    rows = Missed.objects.filter(market_id=market_id).order_by("-times", "-last_at", "text")
    start = (max(page, 1) - 1) * size
    found = [
        MissedView(row.text, row.said, row.times, row.shown, row.last_at)
        for row in rows[start : start + size + 1]
    ]
    return Page(found[:size], max(page, 1), size, has_next=len(found) > size, total=rows.count())


def synonyms(market_id: UUID, *, page: int = 1, size: int = 50) -> Page[SynonymView]:
    rows = Synonym.objects.filter(market_id=market_id).order_by("-written_at", "typed")
    start = (max(page, 1) - 1) * size
    found = [
        SynonymView(row.typed, row.said, tuple(row.meant)) for row in rows[start : start + size + 1]
    ]
    return Page(found[:size], max(page, 1), size, has_next=len(found) > size, total=rows.count())


def asking(market_id: UUID, text: str) -> Asking | None:
    """How a market reads these words, and why what it finds stands where it stands."""
    told = explained(place_of_wish(Wish(market_id, text)), text)
    if told is None:
        return None
    question, found = told
    shown = list(found.reasons)[:MOST_EXPLAINED]
    known = {card.product_id: card for card in cards(shown, market_id)}
    return Asking(
        words=tuple(
            (group.said, tuple(group.strict or group.likes)[:6]) for group in question.groups
        ),
        instead=found.instead,
        reasons=tuple(
            Reason(
                known[one],
                tuple(word for word in found.reasons[one].words if word != BETWEEN),
                round(found.reasons[one].text, 2),
                found.reasons[one].begins,
                round(found.reasons[one].popularity * 100),
                found.reasons[one].in_stock,
            )
            for one in shown
            if one in known
        ),
        is_weighed=bool(found.reasons),
    )

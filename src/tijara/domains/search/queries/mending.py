"""What staff see of a market's search: what was missed, what words were written down, and why a
product comes first."""

from uuid import UUID

from tijara.kit.page import Page

from ..models import Missed, Synonym
from ..rules import BETWEEN
from ..shapes import Asking, MissedView, ProductCard, Reason, SynonymView, Wish
from .matching import explained
from .shelves import cards
from .steering import Steered, found_for, lead_of
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
    """How a market reads these words, and why what it finds stands where it stands: what staff have
    put before chance is told too."""
    place = place_of_wish(Wish(market_id, text))
    told, steered = explained(place, text), found_for(place, text)
    leads_to = lead_of(market_id, text)
    if steered is None:
        return Asking((), "", (), is_weighed=True, leads_to=leads_to) if leads_to else None
    groups = told[0].groups if told else ()
    found = steered.match
    shown = list(dict.fromkeys([*steered.pins, *found.reasons]))[:MOST_EXPLAINED]
    known = {card.product_id: card for card in cards(shown, market_id)}
    return Asking(
        words=tuple((group.said, tuple(group.strict or group.likes)[:6]) for group in groups),
        instead=found.instead,
        reasons=tuple(_reason(known[one], steered) for one in shown if one in known),
        is_weighed=bool(found.reasons),
        leads_to=leads_to,
        reworded=steered.reworded,
    )


def _reason(card: ProductCard, steered: Steered) -> Reason:
    """Of what is pinned and doesn't hold the words, that alone."""
    one = card.product_id
    is_pinned, percent = one in steered.pins, steered.percents.get(one, 0)
    why = steered.match.reasons.get(one)
    if why is None:
        return Reason(card, (), 0.0, False, {}, card.in_stock, is_pinned, percent)
    return Reason(
        card,
        tuple(word for word in why.words if word != BETWEEN),
        round(why.text, 2),
        why.begins,
        {merit: by for merit, share in why.merits.items() if (by := round(share * 100))},
        why.in_stock,
        is_pinned,
        percent,
    )

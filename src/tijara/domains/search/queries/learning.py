"""What people call goods, as they showed by what they opened: proposals, and what was decided."""

from uuid import UUID

from tijara.kit.page import Page

from ..models import Alias, Choice
from ..rules import FEWEST_PEOPLE
from ..shapes import AliasView, ProductCard, Proposal
from .shelves import cards, shelf

MOST_LOOKED_AT = 120
"""Of what most people have chosen; each costs a search, and only at the office."""
MOST_DECIDED = 200


def proposals(market_id: UUID, *, limit: int = 20) -> list[Proposal]:
    """Words after which several people opened a product that doesn't stand first for them, and of
    which nobody has decided yet: what most people chose comes first."""
    decided = set(Alias.objects.filter(market_id=market_id).values_list("text", "product_id"))
    rows = Choice.objects.filter(market_id=market_id, people__gte=FEWEST_PEOPLE)
    chosen = [
        row
        for row in rows.order_by("-people", "-times", "text")[:MOST_LOOKED_AT]
        if (row.text, row.product_id) not in decided
    ]
    known = _cards(market_id, [row.product_id for row in chosen])
    found: list[Proposal] = []
    for row in chosen:
        card = known.get(row.product_id)
        if card and not _stands_first(market_id, row.said, row.product_id):
            found.append(Proposal(row.text, row.said, card, row.people, row.times))
            if len(found) == limit:
                break
    return found


def aliases(market_id: UUID, *, page: int = 1, size: int = 25) -> Page[AliasView]:
    """What was decided, the latest first; what stands on no shelf any more is left out."""
    rows = Alias.objects.filter(market_id=market_id).order_by("-decided_at", "text")
    start = (max(page, 1) - 1) * size
    some = list(rows[start : start + size + 1])
    known = _cards(market_id, [row.product_id for row in some])
    found = [
        AliasView(row.text, row.said, known[row.product_id], row.is_accepted)
        for row in some[:size]
        if row.product_id in known
    ]
    return Page(found, max(page, 1), size, has_next=len(some) > size, total=rows.count())


def _stands_first(market_id: UUID, said: str, product_id: UUID) -> bool:
    first = shelf(market_id, text=said, size=1).items
    return bool(first) and first[0].product_id == product_id


def _cards(market_id: UUID, ids: list[UUID]) -> dict[UUID, ProductCard]:
    return {card.product_id: card for card in cards(ids, market_id)} if ids else {}

"""What the search box offers while one types."""

from uuid import UUID

from tijara.kit.arabic import Names, fold, spelled, ways_to_begin
from tijara.kit.recent import Recent

from ..shapes import FacetCount, Suggested, Suggestion, Wish
from .counts import brands_kept
from .shelves import page_of, read_rows
from .wanted import wanted_of

MOST_BRANDS = 2
SHORTEST = 2
_brands: dict[UUID, Recent[Names[FacetCount]]] = {}


def suggestions(market_id: UUID, text: str, limit: int = 8) -> Suggested:
    """Brands of which a word begins so, then products whose words begin to look so; three
    statements. Where nothing is written so it says what its goods are taken from."""
    if len(fold(text)) < SHORTEST:
        return Suggested(())
    wanted = wanted_of(Wish(market_id, text), is_begun=True)
    meant = wanted.meant if wanted else ""
    known, _way = _known_brands(market_id).begun(ways_to_begin(text, meant))
    brands = [
        Suggestion("brand", each.value, each.name_ar, each.name_en) for each in known[:MOST_BRANDS]
    ]
    rows = read_rows(wanted, 1, limit, counts=False) if wanted else []
    products = [
        Suggestion(
            "product",
            card.slug,
            card.name_ar,
            card.name_en,
            card.picture,
            card.name_fr,
            card.price if card.in_stock else None,
        )
        for card in page_of(rows, 1, limit, None).items
    ]
    nearest = wanted.instead if wanted and products else ""
    return Suggested((*brands, *products)[:limit], nearest, meant)


def _known_brands(market_id: UUID) -> Names[FacetCount]:
    def load() -> Names[FacetCount]:
        return Names((spelled(each.name_ar, each.name_en), each) for each in brands_kept(market_id))

    return _brands.setdefault(market_id, Recent(load, seconds=60)).get()

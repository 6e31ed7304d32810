"""Keep a search with its filters, to be told of what it finds later."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import SavedSearch
from ..queries import looked_up, to_remember
from ..rules import MOST_SAVED, remembered, sound_picks
from ..shapes import SearchToKeep


class TooManySearches(Refusal):
    """He keeps as many as one can: `most`."""

    code = "search.too_many_saved"


@action(power=Power.BUY)
def keep_search(*, actor: Actor, buyer_id: UUID, search_id: UUID, told: SearchToKeep) -> UUID:
    """The same search kept twice is there once. What it finds now is not news. Its id."""
    wish = told.wish
    picked = {name: list(values) for name, values in sound_picks(wish.picked).items()}
    mine = SavedSearch.objects.filter(buyer_id=buyer_id)
    same = mine.filter(market_id=wish.market_id, path=told.path).values_list("id", flat=True)
    for known in list(same[:1]):
        mine.filter(id=known).update(rhythm=told.rhythm, language=told.language)
        return known
    if mine.count() >= MOST_SAVED:
        raise TooManySearches(most=MOST_SAVED)
    row = SavedSearch(
        buyer_id=buyer_id,
        id=search_id,
        market_id=wish.market_id,
        name=told.name[:120],
        path=told.path[:300],
        text=wish.text[:100],
        category_path=wish.category_path,
        picked=picked,
        language=told.language,
        rhythm=told.rhythm,
        known=remembered({}, to_remember(wish, looked_up(wish))),
    )
    SavedSearch.objects.bulk_create([row], ignore_conflicts=True)
    return search_id

"""Write down what a word means in a market, for who types it where goods are called otherwise."""

from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell

from ..models import Missed, Synonym
from ..queries import forget_steers, forget_synonyms
from ..rules import MOST_MEANT, checked_synonym, leads_back, seen_at, split_words


class SynonymInvalid(Invalid):
    code = "search.synonym_invalid"


class SynonymLeadsBack(Refusal):
    """What it means leads back to itself, over others that were written before: `said`."""

    code = "search.synonym_leads_back"


class TooManySynonyms(Refusal):
    """A market has as many as there can be: `most`."""

    code = "search.too_many_synonyms"


MOST = 2000


@action(power=Power.MARKETS_MANAGE)
def write_synonym(*, actor: Actor, market_id: UUID, typed: str, meant: str) -> None:
    """`meant` is a word, or several with commas between them. Written again, it means the new ones.
    What was missed by this word alone is done with."""
    market = market_by_id(market_id)
    term, words, faults = checked_synonym(typed, split_words(meant))
    if faults:
        raise SynonymInvalid(faults)
    others = Synonym.objects.select_for_update().filter(market_id=market.id).exclude(typed=term)
    told = {one.typed: one.meant for one in others}
    if len(told) >= MOST:
        raise TooManySynonyms(most=MOST)
    if leads_back(term, words, told):
        raise SynonymLeadsBack(said=typed)
    Synonym.objects.update_or_create(
        market_id=market.id,
        typed=term,
        defaults={"said": typed.strip(), "meant": words[:MOST_MEANT]},
    )
    Missed.objects.filter(market_id=market.id, text=term).delete()
    forget_synonyms()
    forget_steers()
    tell([seen_at(market.id, "")])

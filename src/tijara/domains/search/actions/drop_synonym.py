"""Take back what was written of a word: it means again what it says."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell

from ..models import Synonym
from ..queries import forget_steers, forget_synonyms
from ..rules import seen_at


@action(power=Power.MARKETS_MANAGE)
def drop_synonym(*, actor: Actor, market_id: UUID, typed: str) -> None:
    """Asked again, it changes nothing."""
    Synonym.objects.filter(market_id=market_id, typed=typed).delete()
    forget_synonyms()
    forget_steers()
    tell([seen_at(market_id, "")])

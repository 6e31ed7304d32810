"""Suggest words to nobody any more, whoever asks for them; or let them be suggested again."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Wording
from ..queries import forget_wordings_kept


@action(power=Power.MARKETS_MANAGE)
def block_wording(*, actor: Actor, market_id: UUID, text: str, is_blocked: bool = True) -> None:
    """In all languages, and whatever has these words in it. They may still be searched for, and
    sellers see them no more either."""
    Wording.objects.filter(market_id=market_id, text=text).update(is_blocked=is_blocked)
    forget_wordings_kept()

"""Keep what one side of a dispute writes to the other."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import DealWord
from ..rules import LONGEST_WORDS, tidy_words


class DisputeWordsInvalid(Invalid):
    code = "deals.words_invalid"


@action(power=Power.SYSTEM)
def write_word(
    *, actor: Actor, on_behalf: Actor, seller_id: UUID, order_id: UUID, text: str
) -> None:
    """Whoever moves a dispute says why. Lines stay lines."""
    text = tidy_words(text)
    if not text or len(text) > LONGEST_WORDS:
        raise DisputeWordsInvalid({"words": "too_long" if text else "required"})
    DealWord.objects.create(
        seller_id=seller_id, deal_id=order_id, actor_kind=on_behalf.kind, text=text
    )

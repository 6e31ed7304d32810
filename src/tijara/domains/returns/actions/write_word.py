"""Keep what one side writes to the other about a return."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import ReturnWord
from ..rules.words import LONGEST_WORDS, tidy_words


class WordsInvalid(Invalid):
    code = "returns.words_invalid"


@action(power=Power.SYSTEM)
def write_word(
    *,
    actor: Actor,
    on_behalf: Actor,
    seller_id: UUID,
    return_id: UUID,
    text: str,
    is_needed: bool = False,
) -> None:
    """Nothing is kept of nothing, unless words are needed. Lines stay lines."""
    text = tidy_words(text)
    if len(text) > LONGEST_WORDS:
        raise WordsInvalid({"words": "too_long"})
    if is_needed and not text:
        raise WordsInvalid({"words": "required"})
    if text:
        ReturnWord.objects.create(
            seller_id=seller_id, return_id=return_id, actor_kind=on_behalf.kind, text=text
        )

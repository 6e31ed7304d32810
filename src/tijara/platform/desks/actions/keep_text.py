"""Keep words that will be used again, for everybody at the desk."""

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time

from ..models import LONGEST_NOTE, Text
from ..queries import desk_of

MOST = 30
"""For one act."""


class TextInvalid(Invalid):
    code = "desks.text_invalid"


class TooManyTexts(Refusal):
    code = "desks.too_many_texts"
    kind = Kind.CONFLICT


@action(power=Power.DESK_USE)
def keep_text(*, actor: Actor, of_act: str, text: str) -> None:
    """The same words are kept once."""
    text = strip_controls(text.replace("\r\n", "\n"), keep_lines=True)
    if not text:
        raise TextInvalid({"text": "required"})
    if len(text) > LONGEST_NOTE:
        raise TextInvalid({"text": "too_long"})
    owner_id = desk_of(actor)
    one_at_a_time(f"desks.texts:{owner_id}:{of_act}")
    kept = Text.objects.filter(owner_id=owner_id, of_act=of_act)
    if kept.filter(text=text).exists():
        return
    if kept.count() >= MOST:
        raise TooManyTexts(most=MOST)
    Text.objects.create(owner_id=owner_id, id=new_id(), of_act=of_act, text=text)

"""Close one's own store for some days, with a word to its visitors. It opens again by itself."""

from datetime import timedelta
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record

from ..events import StorePauseTurned
from ..models import Store
from ..queries import forget_stores
from ..shapes import Pause
from .open_store import StoreHasNoSeller

LONGEST = timedelta(days=120)
LONGEST_WORDS = 300


class PauseInvalid(Invalid):
    code = "stores.pause_invalid"


@action(power=Power.STORE_MANAGE)
def pause_store(*, actor: Actor, seller_id: UUID, pause: Pause) -> None:
    """In the place of one that was planned or is on. What was ordered before goes on."""
    words = {
        f"pause_{language}": strip_controls(getattr(pause, f"words_{language}"), keep_lines=True)
        for language in ("ar", "en", "fr")
    }
    if faults := _faults(pause, words):
        raise PauseInvalid(faults)
    moment = now()
    told = {"pause_from": pause.begins, "pause_until": pause.ends, **words}
    is_on = pause.begins <= moment
    if not Store.objects.filter(seller_id=seller_id).update(**told, pause_told=is_on):
        raise StoreHasNoSeller(seller=str(seller_id))
    record(seller_id, StorePauseTurned(seller_id))
    forget_stores()
    tell_everything()


def _faults(pause: Pause, words: dict[str, str]) -> dict[str, str]:
    """A code by field of the form."""
    faults = {
        field.replace("pause", "words"): "too_long"
        for field, text in words.items()
        if len(text) > LONGEST_WORDS
    }
    if pause.ends <= pause.begins:
        faults["until"] = "days_reversed"
    elif pause.ends <= now():
        faults["until"] = "in_the_past"
    elif pause.ends - max(pause.begins, now()) > LONGEST:
        faults["until"] = "too_long_a_pause"
    return faults

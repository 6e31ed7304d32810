"""Give out the one key with which somebody may claim this installation."""

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Installation
from ..rules import KEY_LIFE, digest_of, new_key


class SetupOver(Refusal):
    """It was set up: nobody claims it any more."""

    code = "installation.setup_over"


@action(power=Power.SYSTEM)
def issue_key(*, actor: Actor) -> str:
    """The key itself, told this once; the one before is good no more. Only the machine's own
    keeper can ask for it, so it also lets him in whose first account was lost on the way."""
    Installation.objects.bulk_create([Installation()], ignore_conflicts=True)
    row = Installation.objects.select_for_update().get()
    if row.finished_at is not None:
        raise SetupOver
    key = new_key()
    row.key_digest, row.key_until = digest_of(key), now() + KEY_LIFE
    row.save(update_fields=["key_digest", "key_until"])
    return key

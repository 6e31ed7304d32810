"""Who was told that something is back wants no such letters, or wants them again."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Silence, Wait


@action(power=Power.BUY)
def silence_mailbox(*, actor: Actor, buyer_id: UUID, is_silent: bool) -> None:
    """What he waits for is over then, in all markets; nothing but his id is kept."""
    if is_silent:
        Silence.objects.bulk_create([Silence(buyer_id=buyer_id)], ignore_conflicts=True)
        Wait.objects.filter(buyer_id=buyer_id).delete()
    else:
        Silence.objects.filter(buyer_id=buyer_id).delete()

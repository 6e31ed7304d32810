"""A buyer wants no letters that ask for reviews, or wants them again."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Silence


@action(power=Power.BUY)
def silence_letters(*, actor: Actor, buyer_id: UUID, is_silent: bool) -> None:
    if is_silent:
        Silence.objects.bulk_create([Silence(buyer_id=buyer_id)], ignore_conflicts=True)
    else:
        Silence.objects.filter(buyer_id=buyer_id).delete()

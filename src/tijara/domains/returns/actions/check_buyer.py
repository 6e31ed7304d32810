"""Is this return this buyer's? Another's is as unknown as one that never was."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Return
from .move_return import NoSuchReturn


@action(power=Power.SYSTEM, atomic=False)
def check_buyer(*, actor: Actor, buyer_id: UUID, seller_id: UUID, return_id: UUID) -> None:
    mine = Return.objects.filter(seller_id=seller_id, id=return_id, buyer_id=buyer_id)
    if not mine.exists():
        raise NoSuchReturn()

"""Somebody waits for a thing no longer."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Wait


@action(power=Power.BUY)
def stop_awaiting(*, actor: Actor, buyer_id: UUID, wait_id: UUID) -> None:
    """One that is over already is left so."""
    Wait.objects.filter(buyer_id=buyer_id, id=wait_id).delete()

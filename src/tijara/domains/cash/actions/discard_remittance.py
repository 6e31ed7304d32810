"""Throw a list away that was read and not booked: its lines may come in another one."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform import files
from tijara.platform.action import action

from ..models import Remittance
from .book_remittance import AlreadyBooked


@action(power=Power.PAYMENTS_MANAGE)
def discard_remittance(*, actor: Actor, remittance_id: UUID) -> None:
    """Again is nothing."""
    row = Remittance.objects.select_for_update().filter(id=remittance_id).first()
    if row is None:
        return
    if row.booked_at is not None:
        raise AlreadyBooked()
    row.delete()
    files.remove(OPERATOR_ID, row.file_id)

"""Throw a report away that was read and not booked: its lines may come in another one."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform import files
from tijara.platform.action import action

from ..models import GatewayReport
from .book_report import AlreadyBooked


@action(power=Power.PAYMENTS_MANAGE)
def discard_report(*, actor: Actor, report_id: UUID) -> None:
    """Again is nothing."""
    row = GatewayReport.objects.select_for_update().filter(id=report_id).first()
    if row is None:
        return
    if row.booked_at is not None:
        raise AlreadyBooked()
    row.delete()
    files.remove(OPERATOR_ID, row.file_id)

"""Close a booked report of which nothing is open any more."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import GatewayLine, GatewayReport


@action(power=Power.PAYMENTS_MANAGE)
def close_report(*, actor: Actor, report_id: UUID) -> bool:
    """False while a line of it is to be explained. The caller holds the report."""
    waits = GatewayLine.objects.filter(report_id=report_id, mark__isnull=False, ended_at=None)
    if waits.exclude(excess_minor=0).exists():
        return False
    rows = GatewayReport.objects.filter(id=report_id, booked_at__isnull=False, closed_at=None)
    return bool(rows.update(closed_at=now()))

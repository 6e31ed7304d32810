"""Forget what readers have said against reviews long after staff have decided."""

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import ReviewReport
from ..rules import REPORTS_KEPT


@action(power=Power.SYSTEM)
def forget_reports(*, actor: Actor) -> int:
    """How many."""
    gone, _by_model = ReviewReport.objects.filter(settled_at__lt=now() - REPORTS_KEPT).delete()
    return gone

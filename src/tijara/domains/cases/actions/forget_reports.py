"""Forget what buyers have written about products long after the decision."""

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Report
from ..rules import KEPT


@action(power=Power.SYSTEM)
def forget_reports(*, actor: Actor) -> int:
    """How many. The decisions themselves stay."""
    gone, _by_model = Report.objects.filter(case__decided_at__lt=now() - KEPT).delete()
    return gone

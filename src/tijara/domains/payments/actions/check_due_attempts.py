"""Ask for the payments of which nobody has told us: buyers close windows, notices get lost."""

import logging
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Attempt
from ..rules import AT_ONCE, LONGEST_PAUSE
from .check_attempt import check_attempt

log = logging.getLogger(__name__)


@action(power=Power.SYSTEM, atomic=False)
def check_due_attempts(*, actor: Actor, limit: int = 100) -> int:
    """How many were asked for."""
    due = Attempt.objects.filter(check_at__lte=now()).order_by("check_at")
    keys = list(due.values_list("buyer_id", "id")[:limit])
    asked, ends = 0, now() + AT_ONCE
    for buyer_id, attempt_id in keys:
        if now() > ends:
            break
        _check(actor, buyer_id, attempt_id)
        asked += 1
    return asked


def _check(actor: Actor, buyer_id: UUID, attempt_id: UUID) -> None:
    """One that breaks holds up no other."""
    try:
        check_attempt(actor=actor, buyer_id=buyer_id, attempt_id=attempt_id)
    except Exception:
        log.exception("payment %s can't be checked", attempt_id)
        row = Attempt.objects.filter(buyer_id=buyer_id, id=attempt_id)
        row.update(check_at=now() + LONGEST_PAUSE)

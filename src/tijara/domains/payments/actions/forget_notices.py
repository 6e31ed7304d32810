"""Forget old notices that were never a gateway's: anyone can post them."""

from datetime import timedelta

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Notice
from ..shapes import NoticeState

KEPT = timedelta(days=90)


@action(power=Power.SYSTEM)
def forget_notices(*, actor: Actor) -> int:
    """How many."""
    worthless = Notice.objects.filter(
        state__in=(NoticeState.FORGED, NoticeState.UNREADABLE), last_at__lt=now() - KEPT
    )
    return worthless.delete()[0]

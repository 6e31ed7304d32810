"""Let sessions go that are over, and what was noted of the devices that they were opened on."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

YOUNG = timedelta(days=1)
"""A device is noted a moment before its session is written."""


@action(power=Power.SYSTEM)
def forget_sessions(*, actor: Actor) -> int:
    """How many devices were forgotten: their addresses are nobody's business any more."""
    moment = now()
    Session.objects.filter(expire_date__lt=moment).delete()
    devices = UserSession.objects.filter(created_at__lt=moment - YOUNG)
    return devices.exclude(session_key__in=Session.objects.values("session_key")).delete()[0]

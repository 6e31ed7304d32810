"""Forget the messages that went to a person, who leaves for good."""

from collections.abc import Sequence

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Message


@action(power=Power.SYSTEM)
def forget_recipient(*, actor: Actor, recipients: Sequence[str]) -> int:
    """How many. Those that wait still go with them: there is nobody to read them any more."""
    return Message.objects.filter(recipient__in=recipients).delete()[0]

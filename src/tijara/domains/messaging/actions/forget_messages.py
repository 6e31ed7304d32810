"""Forget messages that were sent or given up long ago."""

from django.db.models import Q

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Message
from ..rules import KEPT, PRUNED_AT_ONCE


@action(power=Power.SYSTEM)
def forget_messages(*, actor: Actor) -> int:
    """How many were forgotten: a batch at a time, so that nobody waits for a long delete."""
    over = Q(sent_at__isnull=False) | Q(given_up_at__isnull=False)
    old = Message.objects.filter(over, created_at__lt=now() - KEPT).order_by("created_at")
    keys = list(old.values_list("owner_id", "id")[:PRUNED_AT_ONCE])
    rows = Message.objects.filter(
        owner_id__in={owner for owner, _ in keys}, id__in=[id for _, id in keys]
    )
    return rows.delete()[0] if keys else 0

"""Facts that everybody has met are let go after a while, with the marks of who met them."""

from datetime import timedelta

from django.db import transaction

from tijara.kit.clock import now

from .models import Event, Reaction

KEPT = timedelta(days=30)
AT_ONCE = 2000


def forget_delivered() -> int:
    """How many facts were let go: a batch at a time. What waits or was given up stays."""
    with transaction.atomic():
        ends = now() - KEPT
        old = Event.objects.filter(recorded_at__lt=ends, delivered_at__lt=ends)
        old = old.order_by("recorded_at", "id")
        keys = list(old.values_list("owner_id", "id")[:AT_ONCE])
        owners, ids = {owner for owner, _ in keys}, [id for _, id in keys]
        Reaction.objects.filter(owner_id__in=owners, event_id__in=ids).delete()
        Event.objects.filter(owner_id__in=owners, id__in=ids).delete()
    return len(keys)

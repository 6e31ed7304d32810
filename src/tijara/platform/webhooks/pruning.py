"""What was sent or given up is kept for a while, with its tries, and let go."""

from datetime import timedelta

from django.db import transaction

from tijara.kit.clock import now

from .models import Attempt, Delivery
from .shapes import DeliveryState

KEPT = timedelta(days=30)
AT_ONCE = 2000


def forget_ended() -> int:
    """How many deliveries were let go: a batch at a time. What waits stays."""
    with transaction.atomic():
        old = Delivery.objects.filter(created_at__lt=now() - KEPT)
        ended = old.exclude(state=DeliveryState.WAITING).order_by("created_at")
        keys = list(ended.values_list("owner_id", "id")[:AT_ONCE])
        owners, ids = {owner for owner, _ in keys}, [id for _, id in keys]
        Attempt.objects.filter(owner_id__in=owners, delivery_id__in=ids).delete()
        Delivery.objects.filter(owner_id__in=owners, id__in=ids).delete()
    return len(keys)

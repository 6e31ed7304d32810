"""Scheduled work on keys: no request is repeated after so long."""

from datetime import timedelta

from procrastinate.contrib.django import app

from tijara.kit.clock import now

from .models import IdempotencyKey

KEPT = timedelta(days=30)
AT_ONCE = 2000


@app.periodic(cron="47 3 * * *")
@app.task(name="idempotency.forget_keys", queueing_lock="idempotency.forget_keys")
def forget_old_keys(timestamp: int) -> None:
    """A batch at a time, each a commit of its own."""
    old = IdempotencyKey.objects.filter(recorded_at__lt=now() - KEPT).order_by("recorded_at")
    while keys := list(old.values_list("pk", flat=True)[:AT_ONCE]):
        IdempotencyKey.objects.filter(pk__in=keys).delete()

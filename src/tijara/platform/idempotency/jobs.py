"""Scheduled work on keys: no request is repeated after so long."""

from datetime import timedelta

from procrastinate.contrib.django import app

from tijara.kit.clock import now

from .models import IdempotencyKey

KEPT = timedelta(days=30)


@app.periodic(cron="47 3 * * *")
@app.task(name="idempotency.forget_keys", queueing_lock="idempotency.forget_keys")
def forget_old_keys(timestamp: int) -> None:
    IdempotencyKey.objects.filter(recorded_at__lt=now() - KEPT).delete()

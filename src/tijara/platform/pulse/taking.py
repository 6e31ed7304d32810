"""Take a beat and let go of old ones: never more rows than eight days have."""

from datetime import datetime, timedelta

from tijara.kit.clock import now
from tijara.platform import health
from tijara.platform.jobs.queries import job_counts
from tijara.platform.outbox.queries import backlog

from .models import Beat

EVERY = timedelta(minutes=5)
KEPT = timedelta(days=8)


def take_beat() -> None:
    """One for each five minutes, however often it is asked for."""
    moment, waits = now(), backlog()
    oldest = moment - waits.oldest_waiting if waits.oldest_waiting else timedelta()
    Beat.objects.update_or_create(
        at=beat_of(moment),
        defaults={
            "waiting": waits.waiting,
            "oldest_seconds": max(round(oldest.total_seconds()), 0),
            "failed": job_counts().get("failed", 0) + waits.parked,
            "memory_megabytes": round(sum(one.megabytes for one in health.processes())),
            "database_megabytes": round(health.database().megabytes),
            "disk_percent": round(health.disk().used * 100),
        },
    )
    Beat.objects.filter(at__lt=moment - KEPT).delete()


def beat_of(moment: datetime) -> datetime:
    """The start of its five minutes."""
    return datetime.fromtimestamp(
        moment.timestamp() // EVERY.seconds * EVERY.seconds, moment.tzinfo
    )

"""How the installation is: what runs, what lags, what is full, what was saved."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.words import PROCESSES
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.recent import Recent
from tijara.platform import health as seen
from tijara.platform.jobs.queries import job_counts, worker_heard_at
from tijara.platform.outbox.queries import backlog, lane_lags

NARROW = 0.9
"""A disk as full as this is about to be too full."""
SECONDS = 5
_processes = Recent(seen.processes, SECONDS)
"""Their memory is read page by page from the system."""
OLD = timedelta(days=2)
"""A backup as old as this is hardly one."""


@require_safe
@in_office
def health(request: HttpRequest, actor: Actor) -> HttpResponse:
    disk, backup, worker = seen.disk(), seen.last_backup(), worker_heard_at()
    context = {
        "now": now(),
        "processes": [(one, PROCESSES.get(one.name, one.name)) for one in _processes.get()],
        "database": seen.database(),
        "tables": seen.largest_tables(),
        "disk": disk,
        "is_narrow": disk.used >= NARROW,
        "used": round(disk.used * 100),
        "backup": backup,
        "is_old": backup is None or now() - backup.made_at > OLD,
        "worker": worker,
        "backlog": backlog(),
        "lanes": lane_lags(),
        "failed": job_counts().get("failed", 0),
        "versions": seen.versions(),
    }
    context["is_well"] = bool(
        worker
        and not disk.used >= NARROW
        and not context["backlog"].parked
        and not context["failed"]
    )
    return office_page(request, "health", context)

"""How the installation is: what runs, what lags, what is full, what was saved."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tijara.domains.markets.queries import markets
from tijara.domains.markets.shapes import CashCode, MarketPolicy
from tijara.domains.messaging.queries import reaches_phones
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.words import PROCESSES
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.recent import Recent
from tijara.platform import health as seen
from tijara.platform.jobs.queries import job_counts, worker_heard_at
from tijara.platform.outbox.queries import backlog, lane_lags
from tijara.platform.pulse.queries import Past, past
from tijara.ui.language import local

NARROW = 0.9
"""A disk as full as this is about to be too full."""
SECONDS = 5
_processes = Recent(seen.processes, SECONDS)
"""Their memory is read page by page from the system."""
PASTS = {
    "day": (_("The last day"), timedelta(days=1), timedelta(minutes=15)),
    "week": (_("The last week"), timedelta(days=7), timedelta(hours=2)),
}
LINES = (
    ("waiting", _("Events waiting")),
    ("oldest_seconds", _("Longest wait, in seconds")),
    ("failed", _("Stuck or failed")),
    ("memory_megabytes", _("Memory, in MB")),
    ("database_megabytes", _("Database, in MB")),
    ("disk_percent", _("Disk used, in %")),
)
"""What is drawn of each step of the past."""
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
        "replica": seen.replica(),
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
        "codeless": _codeless(),
    }
    context["is_well"] = bool(
        worker
        and not disk.used >= NARROW
        and not context["backlog"].parked
        and not context["failed"]
        and not context["codeless"]
    )
    return office_page(request, "health", context | _past(request))


def _codeless() -> list[MarketPolicy]:
    """Markets that ask cash orders for a code which no channel can send."""
    if reaches_phones():
        return []
    return [one for one in markets() if one.cash_code != CashCode.NEVER]


def _past(request: HttpRequest) -> dict:
    chosen = request.GET.get("past", "")
    chosen = chosen if chosen in PASTS else "day"
    _words, span, step = PASTS[chosen]
    told = past(span, step)
    return {
        "past": told,
        "missing_minutes": int(told.missing_time / timedelta(minutes=1)),
        "lines": [_line(told, name, words) for name, words in LINES] if told.is_known else [],
        "tabs": [
            {
                "text": words,
                "href": local(f"/office/health?past={name}#past"),
                "current": name == chosen,
            }
            for name, (words, _span, _step) in PASTS.items()
        ],
    }


def _line(told: Past, name: str, words: object) -> dict:
    values = [getattr(one, name) for one in told.steps]
    seen = [getattr(one, name) for one in told.steps if one.beats]
    return {
        "words": words,
        "values": values,
        "now": seen[-1],
        "least": min(seen),
        "most": max(seen),
        "tone": "down" if name == "failed" and max(seen) else "",
    }

"""Scheduled work: what failed, what waits, and what the clock brings."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.words import JOB_STATES, TASKS
from tijara.kit.actor import Actor
from tijara.platform.jobs.actions import NoSuchJob, NoSuchTask, WaitsAlready, retry_job, run_task
from tijara.platform.jobs.queries import (
    job_counts,
    pump_names,
    schedules,
    worker_heard_at,
)
from tijara.platform.jobs.queries import jobs as listed_jobs
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of

PAGE = "/office/jobs"


@require_safe
@in_office
def jobs(request: HttpRequest, actor: Actor) -> HttpResponse:
    counts = job_counts()
    context = {
        "worker": worker_heard_at(),
        "failed": counts.get("failed", 0),
        "waiting": counts.get("todo", 0),
        "doing": counts.get("doing", 0),
        "rows": [
            (job, TASKS.get(job.name, ""), *JOB_STATES.get(job.status, (job.status, "")))
            for job in listed_jobs()
        ],
        "schedules": [(one, TASKS.get(one.name, ""), _how_often(one.cron)) for one in schedules()],
        "pumps": [(name, TASKS.get(name, "")) for name in pump_names()],
    }
    return office_page(request, "jobs", context)


def _how_often(cron: str) -> str:
    """ "5 3 * * *" -> every day. What is more than that is shown as it is."""
    minute, hour, *rest = cron.split()
    if rest != ["*", "*", "*"]:
        return cron
    if hour == "*":
        return _("every minute") if minute == "*" else _("every hour")
    return _("every day")


@require_POST
@in_office
def job_retry(request: HttpRequest, actor: Actor) -> HttpResponse:
    said = request.POST.get("job", "")
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 19 else 0
    try:
        retry_job(actor=actor, job_id=number)
    except (NoSuchJob, WaitsAlready) as refusal:
        return see_other(local(PAGE), sentence_of(refusal), "warn")
    return see_other(local(PAGE), _("It is tried again now."))


@require_POST
@in_office
def task_run(request: HttpRequest, actor: Actor) -> HttpResponse:
    try:
        run_task(actor=actor, name=request.POST.get("task", "")[:100])
    except (NoSuchTask, WaitsAlready) as refusal:
        return see_other(local(PAGE), sentence_of(refusal), "warn")
    return see_other(local(PAGE), _("It runs in a moment."))

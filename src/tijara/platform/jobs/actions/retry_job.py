"""Have a job that failed tried again, now."""

from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from .run_task import WaitsAlready

FAILED = "SELECT 1 FROM procrastinate_jobs WHERE id = %s AND status = 'failed' FOR UPDATE"


class NoSuchJob(Refusal):
    """It is unknown, or has been tried again meanwhile."""

    code = "jobs.no_such_job"
    kind = Kind.MISSING


@action(power=Power.EVENTS_RETRY)
def retry_job(*, actor: Actor, job_id: int) -> None:
    """WaitsAlready where the clock has brought the same work meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute(FAILED, [job_id])
        if cursor.fetchone() is None:
            raise NoSuchJob
    try:
        with transaction.atomic():
            app.job_manager.retry_job_by_id(job_id, retry_at=now())
    except ConnectorException as error:
        raise WaitsAlready from error

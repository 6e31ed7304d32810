"""Jobs whose worker died: left as they are, they would hold their locks for ever."""

import asyncio
import logging

from procrastinate.jobs import Status
from procrastinate.manager import JobManager

HEARTBEAT = 5.0
DEAD_AFTER = 15.0
"""Seconds without a heartbeat: the worker is taken for dead, and its jobs with it."""

log = logging.getLogger(__name__)


async def drop_cut_off_jobs(manager: JobManager) -> None:
    """Again and again, until cancelled."""
    while True:
        try:
            await drop_now(manager)
        except Exception:
            log.exception("cut off jobs can't be dropped")
        await asyncio.sleep(HEARTBEAT)


async def drop_now(manager: JobManager) -> int:
    """How many. Every job is a tick of the clock: the next tick does what this one has left."""
    dead = list(await manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_AFTER))
    for job in dead:
        log.warning("job %s was cut off: dropped", job.task_name)
        await manager.finish_job(job, Status.FAILED, delete_job=True)
    return len(dead)

"""The worker process: scheduled jobs in the main thread, a thread for each pump."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from procrastinate import PsycopgConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params

from tijara.platform.outbox.relay import Relay
from tijara.platform.postgres.silence import BoundedAsyncConnection

from .cut_off import DEAD_AFTER, HEARTBEAT, drop_cut_off_jobs
from .pumps import Pump, pumps

CONCURRENCY = 2
PATIENCE = 8.0
"""Seconds that a job may go on after the worker was asked to end."""
OUTBOX_REST = 0.25


def work() -> None:
    """Until SIGTERM or SIGINT."""
    outbox = Pump(Relay().deliver_pending, OUTBOX_REST)
    with _running([outbox, *pumps()]):
        asyncio.run(_run_jobs())


async def _run_jobs() -> None:
    pooled = PsycopgConnector(
        connection_class=BoundedAsyncConnection,
        kwargs=connector_params(),
        min_size=1,
        max_size=CONCURRENCY + 1,
    )
    with app.replace_connector(pooled) as worker:
        async with worker.open_async():
            tidying = asyncio.create_task(drop_cut_off_jobs(worker.job_manager))
            await worker.run_worker_async(
                concurrency=CONCURRENCY,
                delete_jobs="successful",
                shutdown_graceful_timeout=PATIENCE,
                install_signal_handlers=True,
                update_heartbeat_interval=HEARTBEAT,
                stalled_worker_timeout=DEAD_AFTER,
            )
            tidying.cancel()


@contextmanager
def _running(all_pumps: list[Pump]) -> Iterator[None]:
    stop = threading.Event()
    threads = [
        threading.Thread(target=one.run, args=[stop], name=one.name, daemon=True)
        for one in all_pumps
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join(PATIENCE)

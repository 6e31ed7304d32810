"""The worker process: scheduled jobs in the main thread, a thread for each pump."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from procrastinate.contrib.django import app

from tijara.platform.outbox.relay import Relay

from .pumps import Pump, pumps

CONCURRENCY = 2
PATIENCE = 8.0
"""Seconds that a job may go on after the worker was asked to end."""
OUTBOX_REST = 0.25


def work() -> None:
    """Until SIGTERM or SIGINT."""
    outbox = Pump(Relay().deliver_pending, OUTBOX_REST)
    with _running([outbox, *pumps()]), app.replace_connector(_connector()):
        asyncio.run(
            app.run_worker_async(
                concurrency=CONCURRENCY,
                delete_jobs="successful",
                shutdown_graceful_timeout=PATIENCE,
                install_signal_handlers=True,
            )
        )


def _connector():
    return app.connector.get_worker_connector()


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

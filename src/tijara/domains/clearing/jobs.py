"""Scheduled work of clearing."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import keep_waiting


@app.periodic(cron="46 * * * *")
@app.task(name="clearing.keep_waiting", queueing_lock="clearing.keep_waiting")
def keep_what_gateways_owe(timestamp: int) -> None:
    keep_waiting(actor=SYSTEM)

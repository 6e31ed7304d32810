"""Scheduled work of the stock room."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import sweep_holds


@app.periodic(cron="* * * * *")
@app.task(name="inventory.sweep_holds", queueing_lock="inventory.sweep_holds")
def sweep_expired_holds(timestamp: int) -> None:
    sweep_holds(actor=SYSTEM)

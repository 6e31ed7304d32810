"""Every minute: stores whose days off begin or end."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import turn_pauses


@app.periodic(cron="* * * * *")
@app.task(name="stores.turn_pauses", queueing_lock="stores.turn_pauses")
def turn_store_pauses(timestamp: int) -> None:
    turn_pauses(actor=SYSTEM)

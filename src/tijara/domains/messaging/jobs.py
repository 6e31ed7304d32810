"""Deliver messages as they come; forget them when nobody asks for them any more."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import deliver_messages, forget_messages


@pump(rest_seconds=0.5)
def deliver_waiting_messages() -> int:
    return deliver_messages(actor=SYSTEM)


@app.periodic(cron="23 3 * * *")
@app.task(name="messaging.forget_messages", queueing_lock="messaging.forget_messages")
def forget_old_messages(timestamp: int) -> None:
    while forget_messages(actor=SYSTEM):
        pass

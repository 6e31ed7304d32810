"""Copies are composed as they are asked for, and go in time; accounts are closed on their day."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import close_accounts, compose_copies, drop_copies


@pump(rest_seconds=5)
def compose_waiting_copies() -> int:
    return compose_copies(actor=SYSTEM)


@app.periodic(cron="37 * * * *")
@app.task(name="privacy.drop_copies", queueing_lock="privacy.drop_copies")
def drop_old_copies(timestamp: int) -> None:
    while drop_copies(actor=SYSTEM):
        pass


@app.periodic(cron="11 * * * *")
@app.task(name="privacy.close_accounts", queueing_lock="privacy.close_accounts")
def close_due_accounts(timestamp: int) -> None:
    while close_accounts(actor=SYSTEM):
        pass

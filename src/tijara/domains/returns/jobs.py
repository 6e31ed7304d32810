"""Scheduled work of returns."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import advance_due_returns


@app.periodic(cron="7-59/10 * * * *")
@app.task(name="returns.advance_due_returns", queueing_lock="returns.advance_due_returns")
def advance_returns_that_are_due(timestamp: int) -> None:
    advance_due_returns(actor=SYSTEM)

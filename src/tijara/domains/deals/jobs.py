"""Scheduled work of deals."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import advance_due_disputes, settle_deals


@app.periodic(cron="* * * * *")
@app.task(name="deals.settle_deals", queueing_lock="deals.settle_deals")
def settle_deals_that_are_due(timestamp: int) -> None:
    while settle_deals(actor=SYSTEM):
        pass


@app.periodic(cron="4-59/10 * * * *")
@app.task(name="deals.advance_due_disputes", queueing_lock="deals.advance_due_disputes")
def advance_disputes_that_are_due(timestamp: int) -> None:
    advance_due_disputes(actor=SYSTEM)

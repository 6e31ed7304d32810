"""Scheduled work of deals."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import settle_deals


@app.periodic(cron="* * * * *")
@app.task(name="deals.settle_deals", queueing_lock="deals.settle_deals")
def settle_deals_that_are_due(timestamp: int) -> None:
    while settle_deals(actor=SYSTEM):
        pass

"""Scheduled work of the cash of parcels."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.rounds import spans_of_hour

from .actions import follow_missing, grow_late


@app.periodic(cron="*/5 * * * *")
@app.task(name="cash.grow_late", queueing_lock="cash.grow_late")
def flag_cash_that_is_late(timestamp: int) -> None:
    while grow_late(actor=SYSTEM):
        pass


@app.periodic(cron="23 * * * *")
@app.task(name="cash.follow_missing", queueing_lock="cash.follow_missing")
def follow_parcels_that_nobody_followed(timestamp: int) -> None:
    for span in spans_of_hour(now()):
        follow_missing(actor=SYSTEM, span=span)

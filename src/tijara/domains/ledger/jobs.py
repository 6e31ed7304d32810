"""Scheduled work of the ledger."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import sum_postings


@app.periodic(cron="41 * * * *")
@app.task(name="ledger.sum_postings", queueing_lock="ledger.sum_postings")
def carry_the_sums_on(timestamp: int) -> None:
    sum_postings(actor=SYSTEM)

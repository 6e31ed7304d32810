"""Approved runs are ordered, reserves kept; a worker goes on where another was cut off."""

from datetime import UTC, datetime, timedelta

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import keep_reserves, order_transfers


@pump(rest_seconds=2.0)
def order_approved_transfers() -> int:
    return order_transfers(actor=SYSTEM)


WHOLE_AT = 17
"""The minute of each hour."""
LATELY = timedelta(hours=2)


@app.periodic(cron="* * * * *")
@app.task(name="settlements.keep_reserves", queueing_lock="settlements.keep_reserves")
def keep_reserves_as_they_should_be(timestamp: int) -> None:
    """Once an hour of everybody on terms, else of who has earned something lately."""
    at = datetime.fromtimestamp(timestamp, UTC)
    keep_reserves(actor=SYSTEM, earned_since=None if at.minute == WHOLE_AT else at - LATELY)

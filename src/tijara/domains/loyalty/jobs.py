"""Scheduled work of points."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import expire_points, look_at_tiers, settle_earnings, tell_of_expiry


@app.periodic(cron="* * * * *")
@app.task(name="loyalty.settle_earnings", queueing_lock="loyalty.settle_earnings")
def settle_earnings_that_are_due(timestamp: int) -> None:
    settle_earnings(actor=SYSTEM)


@app.periodic(cron="17 * * * *")
@app.task(name="loyalty.expire_points", queueing_lock="loyalty.expire_points")
def expire_points_that_are_over(timestamp: int) -> None:
    expire_points(actor=SYSTEM)


@app.periodic(cron="37 * * * *")
@app.task(name="loyalty.tell_of_expiry", queueing_lock="loyalty.tell_of_expiry")
def tell_of_points_that_expire(timestamp: int) -> None:
    tell_of_expiry(actor=SYSTEM)


@app.periodic(cron="*/10 * * * *")
@app.task(name="loyalty.look_at_tiers", queueing_lock="loyalty.look_at_tiers")
def look_at_tiers_of_yesterday(timestamp: int) -> None:
    look_at_tiers(actor=SYSTEM)

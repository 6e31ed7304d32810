"""Scheduled work of promotions."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import release_expired_claims, turn_shelves


@app.periodic(cron="* * * * *")
@app.task(name="promotions.turn_shelves", queueing_lock="promotions.turn_shelves")
def turn_shelves_of_promotions(timestamp: int) -> None:
    turn_shelves(actor=SYSTEM)


@app.periodic(cron="*/5 * * * *")
@app.task(name="promotions.release_claims", queueing_lock="promotions.release_claims")
def release_claims_that_expired(timestamp: int) -> None:
    release_expired_claims(actor=SYSTEM)

"""Scheduled work of wallets."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import expire_credit, release_holds, send_gift_cards


@app.periodic(cron="*/10 * * * *")
@app.task(name="wallet.release_holds", queueing_lock="wallet.release_holds")
def release_holds_that_are_over(timestamp: int) -> None:
    release_holds(actor=SYSTEM)


@app.periodic(cron="7 * * * *")
@app.task(name="wallet.expire_credit", queueing_lock="wallet.expire_credit")
def expire_promotional_credit(timestamp: int) -> None:
    expire_credit(actor=SYSTEM)


@app.periodic(cron="* * * * *")
@app.task(name="wallet.send_gift_cards", queueing_lock="wallet.send_gift_cards")
def send_gift_cards_of_today(timestamp: int) -> None:
    send_gift_cards(actor=SYSTEM)

"""Scheduled work of orders."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import expire_orders


@app.periodic(cron="* * * * *")
@app.task(name="orders.expire_orders", queueing_lock="orders.expire_orders")
def expire_orders_that_wait_too_long(timestamp: int) -> None:
    expire_orders(actor=SYSTEM)

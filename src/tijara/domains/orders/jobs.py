"""Scheduled work of orders."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import expire_orders, sum_sales


@app.periodic(cron="* * * * *")
@app.task(name="orders.expire_orders", queueing_lock="orders.expire_orders")
def expire_orders_that_wait_too_long(timestamp: int) -> None:
    expire_orders(actor=SYSTEM)


@app.periodic(cron="3,13,23,33,43,53 * * * *")
@app.task(name="orders.sum_sales", queueing_lock="orders.sum_sales")
def keep_the_sums_of_sales(timestamp: int) -> None:
    sum_sales(actor=SYSTEM)

"""Scheduled work of flash sales."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import advance_sales


@app.periodic(cron="* * * * *")
@app.task(name="flash_sales.advance_sales", queueing_lock="flash_sales.advance_sales")
def advance_flash_sales(timestamp: int) -> None:
    advance_sales(actor=SYSTEM)

"""Scheduled work of flash sales."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import advance_sales, clear_places


@app.periodic(cron="* * * * *")
@app.task(name="flash_sales.advance_sales", queueing_lock="flash_sales.advance_sales")
def advance_flash_sales(timestamp: int) -> None:
    advance_sales(actor=SYSTEM)


@app.periodic(cron="41 4 * * *")
@app.task(name="flash_sales.clear_places", queueing_lock="flash_sales.clear_places")
def clear_places_of_old_sales(timestamp: int) -> None:
    while clear_places(actor=SYSTEM):
        pass

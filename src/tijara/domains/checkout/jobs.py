"""Scheduled work of the checkout."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import resume_checkouts


@app.periodic(cron="* * * * *")
@app.task(name="checkout.resume_checkouts", queueing_lock="checkout.resume_checkouts")
def resume_cut_off_checkouts(timestamp: int) -> None:
    resume_checkouts(actor=SYSTEM)

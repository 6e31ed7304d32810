"""Ask for reviews when it is time, and forget what was said against them in its own."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import ask_for_reviews, forget_reports


@pump(rest_seconds=60.0)
def ask_who_has_received() -> int:
    return ask_for_reviews(actor=SYSTEM)


@app.periodic(cron="47 3 * * *")
@app.task(name="reviews.forget_reports", queueing_lock="reviews.forget_reports")
def forget_old_reports(timestamp: int) -> None:
    forget_reports(actor=SYSTEM)

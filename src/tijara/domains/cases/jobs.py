"""Each night: what buyers have written is forgotten in its time."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import forget_reports


@app.periodic(cron="41 3 * * *")
@app.task(name="cases.forget_reports", queueing_lock="cases.forget_reports")
def forget_old_reports(timestamp: int) -> None:
    forget_reports(actor=SYSTEM)

"""Send as it comes; forget what nobody asks for any more."""

from procrastinate.contrib.django import app

from tijara.platform.jobs.pumps import pump

from .pruning import forget_ended
from .sending import send_waiting


@pump(rest_seconds=1.0)
def send_waiting_deliveries() -> int:
    return send_waiting()


@app.periodic(cron="41 3 * * *")
@app.task(name="webhooks.forget_ended", queueing_lock="webhooks.forget_ended")
def forget_ended_deliveries(timestamp: int) -> None:
    while forget_ended():
        pass

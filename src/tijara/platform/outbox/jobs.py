"""Scheduled work of the outbox."""

from procrastinate.contrib.django import app

from .pruning import forget_delivered


@app.periodic(cron="37 3 * * *")
@app.task(name="outbox.forget_delivered", queueing_lock="outbox.forget_delivered")
def forget_delivered_facts(timestamp: int) -> None:
    while forget_delivered():
        pass

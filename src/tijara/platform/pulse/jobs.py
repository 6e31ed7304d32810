"""A beat by the clock of the worker: where one is missing, the worker did not run."""

from procrastinate.contrib.django import app

from .taking import take_beat


@app.periodic(cron="*/5 * * * *")
@app.task(name="pulse.take_beat", queueing_lock="pulse.take_beat")
def take_beat_by_clock(timestamp: int) -> None:
    take_beat()

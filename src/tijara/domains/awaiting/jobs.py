"""Tell who waits, and forget who has waited too long."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import forget_waits, tell_who_waits


@pump(rest_seconds=5.0)
def tell_who_waits_for_goods() -> int:
    return tell_who_waits(actor=SYSTEM)


@app.periodic(cron="17 4 * * *")
@app.task(name="awaiting.forget_waits", queueing_lock="awaiting.forget_waits")
def forget_old_waits(timestamp: int) -> None:
    forget_waits(actor=SYSTEM)

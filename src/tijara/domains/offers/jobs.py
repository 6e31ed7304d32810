"""Work on imports as they come; forgotten files go."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import advance_imports, sweep_imports


@pump(rest_seconds=0.5)
def advance_waiting_imports() -> int:
    return advance_imports(actor=SYSTEM)


@app.periodic(cron="40 3 * * *")
@app.task(name="offers.sweep_imports", queueing_lock="offers.sweep_imports")
def sweep_forgotten_imports(timestamp: int) -> None:
    sweep_imports(actor=SYSTEM)

"""The one job of proving."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import prove_all


@app.periodic(cron="* * * * *")
@app.task(name="proving.prove_all", lock="proving.prove_all", queueing_lock="proving.prove_all")
def prove_what_must_be_true(timestamp: int) -> None:
    """At once when somebody asks; by the clock only what he has not been answered, since it reads
    everything. Never two at a time."""
    prove_all(actor=SYSTEM)

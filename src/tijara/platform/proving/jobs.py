"""The one job of proving."""

from procrastinate.contrib.django import app

from tijara.kit.actor import SYSTEM

from .actions import prove_all


@app.task(name="proving.prove_all", queueing_lock="audit.prove_all")
def prove_what_must_be_true(timestamp: int) -> None:
    """When somebody asks; the clock never does, since it reads everything."""
    prove_all(actor=SYSTEM)

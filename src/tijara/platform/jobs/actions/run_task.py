"""Do now what the clock would bring later."""

from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action


class NoSuchTask(Refusal):
    code = "jobs.no_such_task"
    kind = Kind.MISSING


class WaitsAlready(Refusal):
    """It is about to run."""

    code = "jobs.waits_already"
    kind = Kind.CONFLICT


@action(power=Power.EVENTS_RETRY)
def run_task(*, actor: Actor, name: str) -> None:
    tasks = {name for name, _ in app.periodic_registry.periodic_tasks}
    if name not in tasks:
        raise NoSuchTask
    try:
        app.tasks[name].defer(timestamp=int(now().timestamp()))
    except AlreadyEnqueued as error:
        raise WaitsAlready from error

"""Have everything proved, by a worker: proofs read whole tables, and no page waits for that."""

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.audit.models import ProofRun

ONE = 1
TASK = "proving.prove_all"


@action(power=Power.AUDIT_READ)
def ask_proofs(*, actor: Actor) -> None:
    """Who asks while it waits to begin asks for the same. The row is what asks: a worker that does
    not get the job, or dies at it, finds it at the next tick."""
    ProofRun.objects.update_or_create(id=ONE, defaults={"asked_at": now()})
    try:
        with transaction.atomic():
            app.tasks[TASK].defer(timestamp=int(now().timestamp()))
    except AlreadyEnqueued:
        return

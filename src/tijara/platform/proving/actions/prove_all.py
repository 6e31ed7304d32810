"""Prove everything that somebody has asked for, and keep what was found."""

from dataclasses import asdict, replace

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.audit.models import ProofRun
from tijara.platform.audits import run_proofs

MOST_FAULTS = 200
"""Of a proof; more of one kind say nothing more."""


@action(power=Power.SYSTEM, atomic=False)
def prove_all(*, actor: Actor) -> bool:
    """False, nobody asks. Broken off, it is asked for as before: the next tick begins anew."""
    run = ProofRun.objects.first()
    if run is None or not run.is_wanted:
        return False
    row = ProofRun.objects.filter(id=run.id)
    row.update(began_at=now())
    found = [replace(one, faults=one.faults[:MOST_FAULTS]) for one in run_proofs()]
    row.update(ended_at=now(), results=[asdict(one) for one in found])
    return True

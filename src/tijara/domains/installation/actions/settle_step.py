"""Write down that a step of the set-up is done, or put off. The last one ends the set-up."""

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Installation
from ..queries import setup_state
from ..rules import can_be_put_off
from ..shapes import Selling, Step
from .issue_key import SetupOver


class NotTheOwner(Refusal):
    code = "installation.not_the_owner"
    kind = Kind.FORBIDDEN


class StepMustBeDone(Refusal):
    """Without it nothing could be sold."""

    code = "installation.step_must_be_done"
    kind = Kind.INVALID


@action(power=Power.MARKETS_MANAGE)
def settle_step(
    *, actor: Actor, step: Step, is_put_off: bool = False, selling: Selling | None = None
) -> bool:
    """Whether the set-up is over with it. `selling` goes with the step of the store."""
    row = Installation.objects.locked()
    if row is None or row.owner_id is None or row.owner_id != actor.person_id:
        raise NotTheOwner
    if row.finished_at is not None:
        raise SetupOver
    if is_put_off and not can_be_put_off(step):
        raise StepMustBeDone
    done, put_off = set(row.done), set(row.put_off)
    if is_put_off and step not in done:
        put_off.add(step.value)
    elif not is_put_off:
        done.add(step.value)
        put_off.discard(step.value)
    row.done, row.put_off, row.selling = sorted(done), sorted(put_off), selling or row.selling
    row.save(update_fields=["done", "put_off", "selling"])
    state = setup_state()
    is_over = state is not None and state.next_step is None
    if is_over:
        row.finished_at, row.key_digest = now(), ""
        row.save(update_fields=["finished_at", "key_digest"])
    return is_over

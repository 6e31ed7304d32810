"""Move a return one step along its life: state, log and fact in one statement."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Outcome, Step, move

from ..models.track import TRACK


class NoSuchReturn(Refusal):
    code = "returns.no_such_return"
    kind = Kind.MISSING


class ReturnMovedOn(Refusal):
    """It is not where this step begins: somebody was quicker, or it is too late."""

    code = "returns.moved_on"


@action(power=Power.SYSTEM, atomic=False)
def move_return(*, actor: Actor, seller_id: UUID, return_id: UUID, step: Step) -> None:
    """Of two who race one wins; the other is told ReturnMovedOn."""
    told = move(TRACK, seller_id, return_id, step)
    if told.outcome is Outcome.MISSING:
        raise NoSuchReturn()
    if told.outcome is Outcome.LOST:
        raise ReturnMovedOn(state=told.before)

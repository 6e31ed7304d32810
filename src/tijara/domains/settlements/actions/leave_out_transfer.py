"""Staff take one seller out of a run that is not approved yet."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Outcome, Step, move

from ..models import PayoutRun
from ..models.track import TRACK
from ..shapes import LeftOut, RunState


@action(power=Power.PAYOUTS_RECORD)
def leave_out_transfer(*, actor: Actor, run_id: UUID, seller_id: UUID, transfer_id: UUID) -> bool:
    """False: it is approved or left out already. What he is owed stays owed."""
    waiting = PayoutRun.objects.select_for_update().filter(id=run_id, state=RunState.PREPARED)
    if not waiting.exists():
        return False
    step = Step("leave_out", actor, sets={"reason": str(LeftOut.BY_STAFF)})
    return move(TRACK, seller_id, transfer_id, step).outcome is Outcome.MOVED

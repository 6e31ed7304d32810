"""Another one of the staff approves a payout run, or somebody gives it up."""

from uuid import UUID

from tijara.domains.markets.queries import market_by_id, zone_of
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step, move
from tijara.platform.process.rows import move_rows

from ..models import PayoutRun, PayoutTransfer
from ..models.track import TRACK
from ..shapes import LeftOut, TransferState
from ..states import RUN


class RunUnknown(Refusal):
    code = "settlements.run_unknown"
    kind = Kind.MISSING


class RunDecided(Refusal):
    """It was approved or given up before."""

    code = "settlements.run_decided"
    kind = Kind.CONFLICT


class SamePerson(Refusal):
    """Whoever prepares a run may not approve it."""

    code = "settlements.same_person"
    kind = Kind.FORBIDDEN


@action(power=Power.PAYOUTS_RECORD)
def decide_run(*, actor: Actor, run_id: UUID, is_approved: bool) -> None:
    """Approved, its transfers are ordered (`order_transfers`), each in a commit of its own; given
    up, nothing was booked, and what is owed stays owed."""
    run = PayoutRun.objects.select_for_update().filter(id=run_id).first()
    if run is None:
        raise RunUnknown()
    if not RUN.allows("approve" if is_approved else "give_up", run.state):
        raise RunDecided()
    if is_approved:
        _approve(actor, run)
    else:
        _give_up(actor, run)


def _approve(actor: Actor, run: PayoutRun) -> None:
    """A day that is over by now becomes today: no bank pays in the past."""
    if run.prepared_by is not None and run.prepared_by == actor.person_id:
        raise SamePerson()
    today = now().astimezone(zone_of(market_by_id(run.market_id).country)).date()
    told = {
        "approved_at": now(),
        "approved_by": actor.person_id,
        "pay_on": max(run.pay_on, today),
    }
    approved = Step("approve", actor, vouched=("by_another",), sets=told)
    move_rows(RUN, PayoutRun.objects.filter(id=run.id), approved)


def _give_up(actor: Actor, run: PayoutRun) -> None:
    move_rows(RUN, PayoutRun.objects.filter(id=run.id), Step("give_up", actor))
    proposed = PayoutTransfer.objects.filter(run_id=run.id, state=TransferState.PROPOSED)
    for seller_id, transfer_id in proposed.values_list("seller_id", "id"):
        step = Step("leave_out", actor, sets={"reason": str(LeftOut.RUN_CANCELLED)})
        move(TRACK, seller_id, transfer_id, step)

"""The second pair of eyes: cash is given up for lost, or the claim stands."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Outcome, Step, move
from tijara.platform.process.rows import move_held

from ..models import CashParcel, Claim
from ..models.track import TRACK
from ..shapes import ClaimState
from ..states import CLAIM


class NotProposed(Refusal):
    """Nobody proposes it any more: it was decided, or the cash has come."""

    code = "cash.not_proposed"


class SameEyes(Refusal):
    """Who proposed it can't agree to it."""

    code = "cash.same_eyes"
    kind = Kind.FORBIDDEN


@action(power=Power.PAYMENTS_MANAGE)
def decide_write_off(*, actor: Actor, seller_id: UUID, parcel_id: UUID, is_agreed: bool) -> None:
    """The seller is paid as if it had come: the market bears the loss. Who proposed it may take
    his word back, and not agree."""
    rows = CashParcel.objects.select_for_update().filter(seller_id=seller_id, id=parcel_id)
    parcel = rows.first()
    claim = Claim.objects.select_for_update().filter(seller_id=seller_id, id=parcel_id).first()
    if parcel is None or claim is None or claim.state != ClaimState.PROPOSED:
        raise NotProposed()
    if not is_agreed:
        name = "take_back_refused" if claim.answered_at else "take_back"
        move_held(CLAIM, claim, Step(name, actor, sets={"proposed_by": None}))
        claim.save()
        return
    if actor.person_id is None or actor.person_id == claim.proposed_by:
        raise SameEyes()
    step = Step("write_off", actor, ("forgive",), sets={"waiting_minor": 0})
    if move(TRACK, seller_id, parcel_id, step).outcome is not Outcome.MOVED:
        raise NotProposed()
    told = {"decided_by": actor.person_id, "ended_at": now()}
    move_held(CLAIM, claim, Step("write_off", actor, vouched=("by_another",), sets=told))
    claim.save()
    left = parcel.amount_minor - parcel.paid_minor
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="cash_written_off",
        reference_id=parcel_id,
        order_id=parcel.order_id,
        currency=parcel.currency,
        transfers=[Transfer(Account.CASH_LOSSES, Account.CARRIER_RECEIVABLE, left)],
    )

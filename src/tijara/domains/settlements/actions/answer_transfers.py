"""What became of the transfers of a run at the bank: paid, or not."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.markets.queries import market_by_id, zone_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record
from tijara.platform.process.moving import Outcome, Step, move

from ..events import PayoutCameBack, PayoutRecorded
from ..models import Payout, PayoutRun, PayoutTransfer
from ..models.track import TRACK
from ..shapes import BankAnswer, RunState, TransferState
from .decide_run import RunUnknown

LONGEST_REFERENCE, LONGEST_REASON = 60, 80


class AnswerInvalid(Invalid):
    code = "settlements.answer_invalid"


@action(power=Power.PAYOUTS_RECORD, atomic=False)
def answer_transfers(
    *, actor: Actor, run_id: UUID, answers: Sequence[BankAnswer], paid_on: date
) -> int:
    """How many were moved by it. Each is a commit of its own: the same answers again, in another
    order or cut off in the middle, lead to the same. What was answered before stays as it is."""
    run = PayoutRun.objects.filter(id=run_id, state=RunState.APPROVED).first()
    if run is None:
        raise RunUnknown()
    if paid_on > now().astimezone(zone_of(market_by_id(run.market_id).country)).date():
        raise AnswerInvalid({"paid_on": "in_the_future"})
    ordered = PayoutTransfer.objects.filter(run_id=run.id, state=TransferState.ORDERED)
    open_ids = dict(ordered.values_list("id", "seller_id"))
    told = {answer.reference: answer for answer in answers}
    of_all = told.get("")
    moved = 0
    for transfer_id, seller_id in open_ids.items():
        answer = told.get(transfer_id.hex, of_all)
        if answer is not None:
            moved += _settle(actor, run, seller_id, transfer_id, answer, paid_on)
    return moved


@transaction.atomic
def _settle(
    actor: Actor,
    run: PayoutRun,
    seller_id: UUID,
    transfer_id: UUID,
    answer: BankAnswer,
    paid_on: date,
) -> bool:
    if not answer.is_paid:
        return _fail(actor, seller_id, transfer_id, answer.reason)
    moved = move(TRACK, seller_id, transfer_id, Step("confirm", actor, does=("pay",)))
    if moved.outcome is not Outcome.MOVED:
        return False
    payout = Payout.objects.create(
        seller_id=seller_id,
        id=transfer_id,
        currency=moved.row["currency"],
        amount_minor=moved.row["amount_minor"],
        bank_reference=strip_controls(answer.bank_reference)[:LONGEST_REFERENCE] or run.code,
        paid_on=paid_on,
        holder=moved.row["holder"],
        masked=moved.row["masked"],
        person_id=actor.person_id,
    )
    transfer = Transfer(Account.PAYOUTS_ON_THEIR_WAY, Account.BANK, payout.amount_minor)
    _post(payout.seller_id, payout.id, "payout", payout.currency, transfer)
    fact = PayoutRecorded(seller_id, transfer_id, payout.amount_minor, payout.currency)
    record(seller_id, fact)
    return True


def _fail(actor: Actor, seller_id: UUID, transfer_id: UUID, reason: str) -> bool:
    tidy = strip_controls(reason)[:LONGEST_REASON]
    step = Step("fail", actor, does=("give_back",), sets={"reason": tidy})
    moved = move(TRACK, seller_id, transfer_id, step)
    if moved.outcome is not Outcome.MOVED:
        return False
    minor, currency = moved.row["amount_minor"], moved.row["currency"]
    transfer = Transfer(Account.PAYOUTS_ON_THEIR_WAY, Account.SELLER_PAYABLE, minor)
    _post(seller_id, transfer_id, "payout_failed", currency, transfer)
    record(seller_id, PayoutCameBack(seller_id, transfer_id, minor, currency))
    return True


def _post(seller_id: UUID, transfer_id: UUID, kind: str, currency: str, transfer: Transfer) -> None:
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind=kind,
        reference_id=transfer_id,
        currency=currency,
        transfers=[transfer],
    )

"""Write down what a carrier has answered to a claim for a lost parcel."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import LossClaim
from ..rules.losses import LONGEST_WORDS, answer_faults
from ..shapes import Claimant, LossAnswer
from ..states import LOSS

LONGEST_REFERENCE = 80


class LossUnknown(Refusal):
    code = "fulfilment.loss_unknown"
    kind = Kind.MISSING


class LossAnswered(Refusal):
    """Somebody has written the answer down before."""

    code = "fulfilment.loss_answered"


class AnswerToLossInvalid(Invalid):
    code = "fulfilment.answer_to_loss_invalid"


@action(power=Power.SYSTEM)
def answer_loss(
    *, actor: Actor, on_behalf: Actor, seller_id: UUID, loss_id: UUID, answer: LossAnswer, by: str
) -> None:
    """Once: `by` says whose desk writes it, and another's claim is as unknown as none. What a
    carrier pays the market is the seller's, whose goods they were: his balance grows by it. What
    he pays the seller himself never was in the market's hands."""
    rows = LossClaim.objects.filter(seller_id=seller_id, id=loss_id, claimant=by)
    claim = rows.select_for_update().first()
    if claim is None:
        raise LossUnknown()
    if claim.state in LOSS.ends:
        raise LossAnswered()
    is_market = by == Claimant.MARKET
    if faults := answer_faults(answer, claim.currency, is_market=is_market):
        raise AnswerToLossInvalid(faults)
    paid = answer.paid.minor if answer.is_paid and answer.paid else 0
    told = {
        "paid_minor": paid,
        "bank_reference": strip_controls(answer.bank_reference).strip()[:LONGEST_REFERENCE],
        "answer": strip_controls(answer.words).strip()[:LONGEST_WORDS],
        "answered_at": now(),
        "answered_by": on_behalf.person_id,
    }
    name, does = ("pay", ("credit",)) if paid else ("refuse", ())
    move_rows(LOSS, rows, Step(name, on_behalf, does, sets=told))
    if paid and is_market:
        post_journal(
            actor=SYSTEM,
            seller_id=seller_id,
            kind="loss_paid",
            reference_id=loss_id,
            order_id=claim.order_id,
            currency=claim.currency,
            transfers=[Transfer(Account.BANK, Account.SELLER_PAYABLE, paid)],
        )

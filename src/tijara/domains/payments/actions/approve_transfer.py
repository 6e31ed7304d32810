"""Staff have seen a transfer arrive at the bank: the charge is paid."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Charge, Receipt
from ..shapes import PaymentMethod, TransferNews
from ..states import PROCESS, RECEIPT
from .pay_charge import pay_charge
from .tell_of_charge import tell_of_charge

LONGEST = 60


class TransferNotOpen(Refusal):
    """Somebody was quicker, or it never was one that could be paid by transfer."""

    code = "payments.transfer_not_open"


class TransferInvalid(Invalid):
    code = "payments.transfer_invalid"


@action(power=Power.PAYMENTS_MANAGE)
def approve_transfer(
    *, actor: Actor, buyer_id: UUID, charge_id: UUID, received: Money, bank_reference: str
) -> None:
    """With or without a receipt: what counts is the bank's list. The amount must be the charge's;
    where less came, the receipt is rejected and the buyer sends the rest."""
    bank_reference = strip_controls(bank_reference)
    rows = Charge.objects.select_for_update(no_key=True)
    charge = rows.filter(buyer_id=buyer_id, id=charge_id).first()
    if (
        charge is None
        or not (charge.method == PaymentMethod.BANK_TRANSFER or charge.switched_at)
        or not PROCESS.allows("pay", charge.state)
    ):
        raise TransferNotOpen()
    wrong = {}
    if received != Money(charge.amount_minor, charge.currency):
        wrong["received"] = "not_the_amount"
    if not bank_reference:
        wrong["bank_reference"] = "required"
    elif len(bank_reference) > LONGEST:
        wrong["bank_reference"] = "too_long"
    if wrong:
        raise TransferInvalid(wrong)
    if charge.method != PaymentMethod.BANK_TRANSFER:
        charge.method = PaymentMethod.BANK_TRANSFER
        charge.save(update_fields=["method"])
    pay_charge(
        actor=SYSTEM,
        on_behalf=actor,
        buyer_id=buyer_id,
        charge_id=charge_id,
        bank_reference=bank_reference,
    )
    receipts = Receipt.objects.filter(buyer_id=buyer_id, charge_id=charge_id)
    told = {"decided_at": now(), "person_id": actor.person_id}
    move_rows(RECEIPT, receipts, Step("approve", actor, sets=told))
    tell_of_charge(actor=SYSTEM, buyer_id=buyer_id, charge_id=charge_id, news=TransferNews.RECEIVED)

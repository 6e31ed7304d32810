"""Staff have given money back by hand, and say how."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action

from ..models import Refund
from ..shapes import RefundState
from .mark_refund_paid import mark_refund_paid

LONGEST = 60


class NothingToRecord(Refusal):
    """It is paid already, or its gateway is at it."""

    code = "payments.nothing_to_record"
    kind = Kind.CONFLICT


class RefundInvalid(Invalid):
    code = "payments.refund_invalid"


@action(power=Power.PAYMENTS_MANAGE)
def record_refund(*, actor: Actor, buyer_id: UUID, refund_id: UUID, bank_reference: str) -> None:
    """`bank_reference` is the bank's number of the transfer, or of the cash receipt."""
    bank_reference = strip_controls(bank_reference)
    if not bank_reference:
        raise RefundInvalid({"bank_reference": "required"})
    if len(bank_reference) > LONGEST:
        raise RefundInvalid({"bank_reference": "too_long"})
    due = Refund.objects.filter(
        buyer_id=buyer_id, id=refund_id, state=RefundState.DUE, needs_staff=True
    )
    if not due.exists() or not mark_refund_paid(
        actor=SYSTEM, buyer_id=buyer_id, refund_id=refund_id, bank_reference=bank_reference
    ):
        raise NothingToRecord()

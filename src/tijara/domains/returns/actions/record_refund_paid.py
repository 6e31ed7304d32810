"""The money has gone back: post it, once, and tell the buyer."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Owed
from ..rules.shares import paid_transfer
from .tell_of_refund import tell_of_refund


class NothingOwed(Refusal):
    """No refund of this order was opened here."""

    code = "returns.nothing_owed"
    kind = Kind.MISSING


@action(power=Power.SYSTEM)
def record_refund_paid(*, actor: Actor, seller_id: UUID, payment_refund_id: UUID) -> None:
    """However often it is told."""
    row = Owed.objects.select_for_update(no_key=True).filter(
        seller_id=seller_id, payment_refund_id=payment_refund_id
    )
    owed = row.first()
    if owed is None:
        raise NothingOwed()
    if owed.paid_at:
        return
    Owed.objects.filter(seller_id=seller_id, id=owed.id).update(paid_at=now())
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="refund_paid",
        reference_id=owed.id,
        order_id=owed.order_id,
        currency=owed.currency,
        transfers=[paid_transfer(owed.method, owed.amount_minor - owed.credit_minor)],
    )
    tell_of_refund(actor=SYSTEM, seller_id=seller_id, owed_id=owed.id)

"""The money has gone back: post it, once, and tell the buyer."""

from uuid import UUID

from django.db.models import Q

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
def record_refund_paid(
    *, actor: Actor, seller_id: UUID, payment_refund_id: UUID, is_by_bank: bool = False
) -> None:
    """However often it is told. What goes back by two ways is told to its buyer when both are
    done."""
    rows = Owed.objects.select_for_update(no_key=True).filter(seller_id=seller_id)
    owed = rows.filter(
        Q(payment_refund_id=payment_refund_id) | Q(ahead_refund_id=payment_refund_id)
    ).first()
    if owed is None:
        raise NothingOwed()
    is_ahead = owed.ahead_refund_id == payment_refund_id
    if owed.ahead_paid_at if is_ahead else owed.paid_at:
        return
    if is_ahead:
        owed.ahead_paid_at = now()
    else:
        owed.paid_at = now()
    if is_by_bank:
        part = "ahead" if is_ahead else "rest"
        owed.banked = "both" if owed.banked else part
    owed.save(update_fields=["paid_at", "ahead_paid_at", "banked"])
    _post(owed, is_ahead, is_by_bank)
    if owed.paid_at and (owed.ahead_paid_at or not owed.ahead_minor):
        tell_of_refund(actor=SYSTEM, seller_id=seller_id, owed_id=owed.id)


def _post(owed: Owed, is_ahead: bool, is_by_bank: bool) -> None:
    besides = owed.carriage_minor + owed.credit_minor + owed.ahead_minor
    rest = owed.amount_minor - besides
    minor, method = (owed.ahead_minor, owed.ahead_method) if is_ahead else (rest, owed.method)
    post_journal(
        actor=SYSTEM,
        seller_id=owed.seller_id,
        kind="refund_ahead_paid" if is_ahead else "refund_paid",
        reference_id=owed.id,
        order_id=owed.order_id,
        currency=owed.currency,
        transfers=[paid_transfer(method, minor, is_by_bank=is_by_bank)],
    )

"""Write down that money of an order is its buyer's again, and ask for it to be given back."""

from uuid import UUID, uuid5

from tijara.domains.orders.shapes import OrderView
from tijara.domains.payments.actions import open_refund
from tijara.domains.payments.shapes import PaymentMethod, RefundToOpen
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Owed, OwedLine
from ..shapes import OwedToOpen, RefundCause
from .credit_buyer import credit_buyer


@action(power=Power.SYSTEM)
def open_owed(*, actor: Actor, order: OrderView, owed: OwedToOpen) -> UUID:
    """Once for a reference: asked again, it answers with what stands. The caller has posted it.

    What is exchanged pays another order: nothing goes out for it, and what of it was paid ahead is
    only written down. What goes to the buyer's wallet
    is there in this commit; what had been paid ahead has a refund of its own.
    """
    there = Owed.objects.filter(seller_id=order.seller_id, reference=owed.reference)
    if known := there.values_list("id", flat=True).first():
        return known
    owed_id = new_id()
    is_exchange = owed.cause is RefundCause.EXCHANGED
    besides = owed.carriage_minor + owed.credit_minor + owed.ahead_minor
    rest = 0 if is_exchange else owed.amount.minor - besides
    method = PaymentMethod.BANK_TRANSFER if owed.is_by_hand else order.payment_method
    goes_ahead = owed.ahead_minor and not is_exchange
    Owed.objects.create(
        seller_id=order.seller_id,
        id=owed_id,
        reference=owed.reference,
        order_id=order.id,
        buyer_id=order.buyer_id,
        return_id=owed.return_id,
        cause=owed.cause,
        reason=owed.reason,
        is_restocked=owed.is_restocked,
        currency=owed.amount.currency,
        amount_minor=owed.amount.minor,
        method=method,
        carriage_minor=owed.carriage_minor,
        credit_minor=owed.credit_minor,
        payment_refund_id=_refund(order, owed, owed_id, rest) if rest else owed_id,
        paid_at=None if rest else now(),
        ahead_minor=owed.ahead_minor,
        ahead_method=order.ahead_method if owed.ahead_minor else "",
        ahead_refund_id=_refund_ahead(order, owed, owed_id) if goes_ahead else None,
        **_share(owed),
    )
    OwedLine.objects.bulk_create(_lines(order, owed, owed_id))
    if owed.credit_minor and not is_exchange:
        credit_buyer(actor=SYSTEM, seller_id=order.seller_id, owed_id=owed_id)
    return owed_id


def _refund(order: OrderView, owed: OwedToOpen, owed_id: UUID, minor: int) -> UUID:
    refund = RefundToOpen(
        charge_id=None if owed.is_by_hand else order.charge_id,
        seller_id=order.seller_id,
        order_id=order.id,
        number=order.number,
        method=PaymentMethod.BANK_TRANSFER
        if owed.is_by_hand
        else PaymentMethod(order.payment_method),
        amount=Money(minor, owed.amount.currency),
        reason=owed.reason or owed.cause,
        reference_id=owed_id,
    )
    return open_refund(actor=SYSTEM, buyer_id=order.buyer_id, refund=refund)


def _refund_ahead(order: OrderView, owed: OwedToOpen, owed_id: UUID) -> UUID:
    refund = RefundToOpen(
        charge_id=order.ahead_charge_id,
        seller_id=order.seller_id,
        order_id=order.id,
        number=order.number,
        method=PaymentMethod(order.ahead_method),
        amount=Money(owed.ahead_minor, owed.amount.currency),
        reason=owed.reason or owed.cause,
        reference_id=uuid5(owed_id, "ahead"),
    )
    return open_refund(actor=SYSTEM, buyer_id=order.buyer_id, refund=refund)


def _share(owed: OwedToOpen) -> dict[str, int]:
    share = owed.share
    if share is None:
        return {}
    return {
        "items_minor": share.items_minor,
        "delivery_minor": share.delivery_minor,
        "fee_minor": share.fee_minor,
        "tax_minor": share.tax_minor,
        "commission_minor": share.commission_minor,
        "commission_vat_minor": share.commission_vat_minor,
        "support_minor": share.support_minor,
    }


def _lines(order: OrderView, owed: OwedToOpen, owed_id: UUID) -> list[OwedLine]:
    return [
        OwedLine(
            seller_id=order.seller_id,
            owed_id=owed_id,
            order_id=order.id,
            line_id=part.line_id,
            quantity=part.quantity,
            items_minor=part.items_minor,
            tax_minor=part.tax_minor,
            commission_minor=part.commission_minor,
            commission_vat_minor=part.commission_vat_minor,
            support_minor=part.support_minor,
            support_tax_minor=part.support_tax_minor,
        )
        for part in owed.parts
    ]

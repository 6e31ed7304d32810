"""An order that was delivered gets its invoice, goods that were taken back a credit note, a way
back that the buyer pays a debit note."""

from tijara.domains.orders.events import OrderDelivered
from tijara.domains.payments.events import ChargePaid
from tijara.domains.payments.shapes import Purpose
from tijara.domains.returns.events import CarriageCharged, GoodsRefunded
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import issue_notes, issue_or_hold, take_debit_payment


@on(OrderDelivered)
def invoice_delivered_order(fact: OrderDelivered) -> None:
    issue_or_hold(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)
    issue_notes(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(GoodsRefunded)
def credit_refunded_goods(fact: GoodsRefunded) -> None:
    issue_or_hold(
        actor=SYSTEM,
        seller_id=fact.seller_id,
        order_id=fact.order_id,
        refund_id=fact.refund_id,
    )


@on(CarriageCharged)
def debit_charged_carriage(fact: CarriageCharged) -> None:
    issue_or_hold(
        actor=SYSTEM,
        seller_id=fact.seller_id,
        order_id=fact.order_id,
        refund_id=fact.return_id,
    )


@on(ChargePaid)
def take_payment_of_debit_note(fact: ChargePaid) -> None:
    for part in fact.parts if fact.purpose is Purpose.DEBIT_NOTE else ():
        take_debit_payment(
            actor=SYSTEM,
            seller_id=part.seller_id,
            note_id=part.order_id,
            method=fact.method,
            amount_minor=part.amount_minor,
        )

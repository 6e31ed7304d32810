"""What was paid and is the buyer's again is given back; what has gone back is posted; both sides
are told of every step of a return."""

from tijara.domains.orders.events import OrderDelivered, RefundDue
from tijara.domains.payments.events import RefundPaid
from tijara.domains.payments.shapes import Purpose
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import close_returned_order, open_due_refund, record_refund_paid, tell_of_return
from .events import ReturnMoved


@on(RefundDue)
def give_back_what_is_due(fact: RefundDue) -> None:
    open_due_refund(actor=SYSTEM, due=fact)


@on(OrderDelivered)
def close_order_whose_goods_were_back_before(fact: OrderDelivered) -> None:
    close_returned_order(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(RefundPaid)
def post_refund_that_was_paid(fact: RefundPaid) -> None:
    if fact.purpose in (Purpose.GIFT_CARD, Purpose.DEBIT_NOTE):
        return
    record_refund_paid(
        actor=SYSTEM,
        seller_id=fact.seller_id,
        payment_refund_id=fact.refund_id,
        is_by_bank=fact.is_by_bank,
    )


@on(ReturnMoved)
def tell_both_sides_of_step(fact: ReturnMoved) -> None:
    tell_of_return(actor=SYSTEM, step=fact)

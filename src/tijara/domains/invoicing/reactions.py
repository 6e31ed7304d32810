"""An order that was delivered gets its invoice, one that was taken back its credit note."""

from tijara.domains.orders.events import OrderDelivered, OrderRefunded
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import issue_or_hold


@on(OrderDelivered)
def invoice_delivered_order(fact: OrderDelivered) -> None:
    issue_or_hold(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id, is_credit=False)


@on(OrderRefunded)
def credit_refunded_order(fact: OrderRefunded) -> None:
    issue_or_hold(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id, is_credit=True)

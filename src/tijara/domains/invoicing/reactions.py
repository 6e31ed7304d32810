"""An order that was delivered gets its invoice."""

from tijara.domains.orders.events import OrderDelivered
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import issue_invoice


@on(OrderDelivered)
def invoice_delivered_order(fact: OrderDelivered) -> None:
    issue_invoice(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)

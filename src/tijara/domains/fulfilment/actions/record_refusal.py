"""The buyer did not take the parcel: it comes back, and nobody owes for it."""

from uuid import UUID

from tijara.domains.inventory.actions import restock_order
from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.orders.actions import move_order
from tijara.domains.orders.events import OrderRefused
from tijara.domains.orders.queries import units_of
from tijara.domains.orders.shapes import OrderState
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..models import Shipment


@action(power=Power.ORDERS_HANDLE)
def record_refusal(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    order = move_order(
        actor=SYSTEM, on_behalf=actor, seller_id=seller_id, order_id=order_id, to=OrderState.REFUSED
    )
    parcels = Shipment.objects.filter(seller_id=seller_id, order_id=order_id, ended_at=None)
    parcels.update(ended_at=now(), outcome=OrderState.REFUSED)
    units = units_of(seller_id, order_id)
    restock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, units=units)
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="order_refused",
        order_id=order_id,
        currency=order.currency,
        transfers=[Transfer(Account.ORDERS_PENDING, Account.BUYER_RECEIVABLE, order.total_minor)],
    )
    record(seller_id, OrderRefused(seller_id, order_id, order.number, order.buyer_id))

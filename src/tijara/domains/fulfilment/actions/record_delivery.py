"""The buyer has taken the parcel and paid the courier."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.orders.actions import move_order
from tijara.domains.orders.events import OrderDelivered
from tijara.domains.orders.queries import orders
from tijara.domains.orders.shapes import OrderState
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..models import Shipment
from ..rules import delivery_transfers


@action(power=Power.ORDERS_HANDLE)
def record_delivery(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    moved = move_order(
        actor=SYSTEM,
        on_behalf=actor,
        seller_id=seller_id,
        order_id=order_id,
        to=OrderState.DELIVERED,
    )
    parcels = Shipment.objects.filter(seller_id=seller_id, order_id=order_id, ended_at=None)
    parcels.update(ended_at=now(), outcome=OrderState.DELIVERED)
    order = orders([(seller_id, order_id)])[order_id]
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="order_delivered",
        reference_id=order_id,
        order_id=order_id,
        currency=moved.currency,
        transfers=delivery_transfers(order),
    )
    record(seller_id, OrderDelivered(seller_id, order_id, moved.number, moved.buyer_id))

"""Put units into stock: a delivery from a supplier, an import, the first count."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.idempotency.keys import claim
from tijara.platform.outbox.recorder import record

from ..events import StockChanged
from ..models import Movement, Stock
from ..shapes import MovementKind, Receipt

ADD = """
    UPDATE inventory_stock AS s SET on_hand = s.on_hand + r.quantity
    FROM unnest(%s::uuid[], %s::int[]) AS r (id, quantity)
    WHERE s.seller_id = %s AND s.id = r.id
"""


@action(power=Power.STOCK_MANAGE)
def receive_stock(
    *, actor: Actor, seller_id: UUID, receipts: Sequence[Receipt], reference_id: UUID
) -> None:
    """Once for a `reference_id`, however often it is sent. A stock that is new is opened."""
    if not claim(seller_id, reference_id, "inventory.receive_stock"):
        return
    Stock.objects.bulk_create(
        [
            Stock(seller_id=seller_id, id=receipt.stock_id, variant_id=receipt.variant_id)
            for receipt in receipts
        ],
        ignore_conflicts=True,
    )
    coming = sorted((r for r in receipts if r.quantity > 0), key=lambda r: r.stock_id)
    if not coming:
        return
    with connection.cursor() as cursor:
        cursor.execute(ADD, [[r.stock_id for r in coming], [r.quantity for r in coming], seller_id])
    Movement.objects.bulk_create(
        Movement(
            seller_id=seller_id,
            stock_id=receipt.stock_id,
            quantity=receipt.quantity,
            kind=MovementKind.RECEIPT,
            reference_id=reference_id,
        )
        for receipt in coming
    )
    record(seller_id, StockChanged(seller_id, tuple(r.variant_id for r in coming)))

"""Put units into stock: a delivery from a supplier, an import, the first count."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.idempotency.keys import claim
from tijara.platform.outbox.recorder import record

from ..events import StockChanged
from ..models import Movement, Stock
from ..shapes import CostChange, CostKind, MovementKind, Receipt
from .keep_costs import keep_costs

ADD = """
    UPDATE inventory_stock AS s SET on_hand = s.on_hand + r.quantity
    FROM unnest(%s::uuid[], %s::int[]) AS r (id, quantity)
    WHERE s.seller_id = %s AND s.id = r.id
"""
LOCK = """
    SELECT id FROM inventory_stock
    WHERE seller_id = %s AND id = ANY(%s) AND kind = 'shelf' ORDER BY id FOR NO KEY UPDATE
"""


@action(power=Power.STOCK_MANAGE)
def receive_stock(
    *, actor: Actor, seller_id: UUID, receipts: Sequence[Receipt], reference_id: UUID
) -> None:
    """Once for a `reference_id`, however often it is sent. A stock that is new is opened; one of
    codes or files takes no units that are only counted."""
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
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [seller_id, [r.stock_id for r in coming]])
        shelves = {stock_id for (stock_id,) in cursor.fetchall()}
        coming = [receipt for receipt in coming if receipt.stock_id in shelves]
        if not coming:
            return
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
    keep_costs(
        actor=SYSTEM,
        seller_id=seller_id,
        changes=[
            CostChange(receipt.stock_id, CostKind.RECEIVED, receipt.quantity, receipt.unit_minor)
            for receipt in coming
        ],
        reference_id=reference_id,
    )
    record(seller_id, StockChanged(seller_id, tuple(r.variant_id for r in coming)))

"""Put the units of an order back that was cancelled or refused."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import F

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import StockChanged
from ..models import Movement, Stock
from ..shapes import MovementKind


@action(power=Power.SYSTEM)
def restock_order(
    *, actor: Actor, seller_id: UUID, order_id: UUID, units: Mapping[UUID, int]
) -> None:
    """`units` maps stock ids to quantities. The caller's guarded move makes it happen once."""
    for stock_id in sorted(units):
        row = Stock.objects.filter(seller_id=seller_id, id=stock_id)
        row.update(on_hand=F("on_hand") + units[stock_id])
    Movement.objects.bulk_create(
        Movement(
            seller_id=seller_id,
            stock_id=stock_id,
            quantity=quantity,
            kind=MovementKind.RESTOCK,
            reference_id=order_id,
        )
        for stock_id, quantity in units.items()
    )
    variants = Stock.objects.filter(seller_id=seller_id, id__in=units)
    record(seller_id, StockChanged(seller_id, tuple(variants.values_list("variant_id", flat=True))))

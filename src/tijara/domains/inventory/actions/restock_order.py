"""Put the units of an order back that was cancelled or refused."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Count, F

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import StockChanged
from ..models import Code, Movement, Stock
from ..shapes import MovementKind


@action(power=Power.SYSTEM)
def restock_order(
    *, actor: Actor, seller_id: UUID, order_id: UUID, units: Mapping[UUID, int]
) -> None:
    """`units` maps stock ids to quantities. The caller's guarded move makes it happen once.

    A code that the buyer was given is not put back: he may have used it.
    """
    units = _without_given_codes(seller_id, order_id, units)
    if not units:
        return
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


def _without_given_codes(
    seller_id: UUID, order_id: UUID, units: Mapping[UUID, int]
) -> dict[UUID, int]:
    given = Code.objects.filter(seller_id=seller_id, order_id=order_id, stock_id__in=units)
    gone = dict(given.order_by().values_list("stock_id").annotate(codes=Count("id")))
    left = {stock_id: many - gone.get(stock_id, 0) for stock_id, many in units.items()}
    return {stock_id: many for stock_id, many in left.items() if many > 0}

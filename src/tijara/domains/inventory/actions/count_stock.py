"""Set stock to what was counted on the shelf."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.idempotency.keys import claim
from tijara.platform.outbox.recorder import record

from ..events import StockChanged
from ..models import Movement, Stock
from ..shapes import CostChange, CostKind, MovementKind, StockKind
from .keep_costs import keep_costs

MOST = 1_000_000_000


class NoSuchStock(Refusal):
    code = "inventory.no_such_stock"
    kind = Kind.MISSING


class BelowHeld(Refusal):
    """Fewer were counted than buyers have on hold right now."""

    code = "inventory.below_held"


class MovedMeanwhile(Refusal):
    """The stock is not what it was when the seller looked: nothing was overwritten."""

    code = "inventory.moved_meanwhile"


class NotCounted(Refusal):
    """Its units are codes or files: they are added and taken out one by one."""

    code = "inventory.not_counted"


@action(power=Power.STOCK_MANAGE)
def count_stock(
    *,
    actor: Actor,
    seller_id: UUID,
    stock_id: UUID,
    on_hand: int,
    key: UUID,
    seen: int | None = None,
) -> None:
    """Once for a `key`: the same form sent twice counts once. `seen` is what stood there when the
    seller looked, where he looked at all."""
    if not 0 <= on_hand <= MOST:
        raise Invalid({"on_hand": "out_of_range"})
    if not claim(seller_id, key, "inventory.count_stock"):
        return
    stock = Stock.objects.select_for_update().filter(seller_id=seller_id, id=stock_id).first()
    if stock is None:
        raise NoSuchStock()
    if stock.kind != StockKind.SHELF:
        raise NotCounted()
    if seen is not None and stock.on_hand not in (seen, on_hand):
        raise MovedMeanwhile(on_hand=stock.on_hand)
    if on_hand < stock.held:
        raise BelowHeld(held=stock.held)
    difference = on_hand - stock.on_hand
    if not difference:
        return
    Stock.objects.filter(seller_id=seller_id, id=stock_id).update(on_hand=on_hand)
    Movement.objects.create(
        seller_id=seller_id,
        stock_id=stock_id,
        quantity=difference,
        kind=MovementKind.COUNT,
        reference_id=key,
    )
    kind = CostKind.RECEIVED if difference > 0 else CostKind.COUNTED
    changes = [CostChange(stock_id, kind, difference)]
    keep_costs(actor=SYSTEM, seller_id=seller_id, changes=changes, reference_id=key)
    record(seller_id, StockChanged(seller_id, (stock.variant_id,)))

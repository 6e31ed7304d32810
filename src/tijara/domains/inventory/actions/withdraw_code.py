"""Take a code out of its stock before it is sold: it was mistyped, or no longer works."""

from uuid import UUID

from django.db.models import F

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import StockChanged
from ..models import Code, Movement, Stock
from ..shapes import CostChange, CostKind, MovementKind
from .count_stock import BelowHeld, NoSuchStock
from .keep_costs import keep_costs


class NoSuchCode(Refusal):
    """It was never there, was withdrawn, or belongs to a buyer by now."""

    code = "inventory.no_such_code"
    kind = Kind.MISSING


@action(power=Power.STOCK_MANAGE)
def withdraw_code(*, actor: Actor, seller_id: UUID, stock_id: UUID, code_id: UUID) -> None:
    """As long as another is left for every buyer who has ordered or is about to pay."""
    stock = Stock.objects.select_for_update().filter(seller_id=seller_id, id=stock_id).first()
    if stock is None:
        raise NoSuchStock()
    mine = Code.objects.filter(seller_id=seller_id, stock_id=stock_id, id=code_id, order_id=None)
    if not mine.select_for_update().exists():
        raise NoSuchCode()
    if stock.on_hand <= stock.held:
        raise BelowHeld(held=stock.held)
    mine.delete()
    row = Stock.objects.filter(seller_id=seller_id, id=stock_id)
    row.update(on_hand=F("on_hand") - 1)
    Movement.objects.create(
        seller_id=seller_id,
        stock_id=stock_id,
        quantity=-1,
        kind=MovementKind.COUNT,
        reference_id=code_id,
    )
    changes = [CostChange(stock_id, CostKind.COUNTED, -1)]
    keep_costs(actor=SYSTEM, seller_id=seller_id, changes=changes, reference_id=code_id)
    record(seller_id, StockChanged(seller_id, (stock.variant_id,)))

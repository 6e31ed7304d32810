"""A seller says what one unit of a stock cost him."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import CostMove, Stock, StockCost
from ..models.worth import locked_worth, write_worth
from ..rules import MOST_MINOR, revalued
from ..shapes import CostKind, StockKind
from .count_stock import NoSuchStock, NotCounted


@action(power=Power.OFFERS_MANAGE)
def set_unit_cost(*, actor: Actor, seller_id: UUID, stock_id: UUID, unit_minor: int) -> None:
    """For all that is there now: the first time it opens the stock's value, later it changes it.
    What was handed over keeps the cost that it had. Told again, it changes nothing."""
    if not 0 <= unit_minor <= MOST_MINOR:
        raise Invalid({"unit_cost": "out_of_range"})
    stock = Stock.objects.select_for_update().filter(seller_id=seller_id, id=stock_id).first()
    if stock is None:
        raise NoSuchStock()
    if stock.kind == StockKind.FILES:
        raise NotCounted()
    worth = locked_worth(seller_id, [stock_id])
    if stock_id not in worth:
        _open(stock, unit_minor)
        return
    after, change = revalued(worth[stock_id], unit_minor)
    if change:
        move = _move(stock, CostKind.REVALUED, 0, change)
        write_worth(seller_id, {stock_id: after}, [move])
    else:
        StockCost.objects.filter(seller_id=seller_id, id=stock_id).update(last_minor=unit_minor)


def _open(stock: Stock, unit_minor: int) -> None:
    value = stock.on_hand * unit_minor
    StockCost.objects.create(
        seller_id=stock.seller_id,
        id=stock.id,
        units=stock.on_hand,
        value_minor=value,
        last_minor=unit_minor,
    )
    if stock.on_hand:
        _move(stock, CostKind.OPENING, stock.on_hand, value).save(force_insert=True)


def _move(stock: Stock, kind: CostKind, units: int, value: int) -> CostMove:
    return CostMove(
        seller_id=stock.seller_id,
        stock_id=stock.id,
        kind=kind,
        units=units,
        value_minor=value,
        reference_id=new_id(),
    )

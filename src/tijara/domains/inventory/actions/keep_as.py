"""Let a stock be of codes or of files: its units are no longer counted on a shelf."""

from uuid import UUID

from django.db.models import Sum

from tijara.domains.catalogue.queries import variant_names
from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Movement, Stock
from ..shapes import MovementKind, StockKind
from .count_stock import MOST, BelowHeld, NoSuchStock

OF_ORDERS = (MovementKind.SALE, MovementKind.RESTOCK)


class NotDigital(Refusal):
    """Only what is sold without a parcel has codes or files."""

    code = "inventory.not_digital"


class KindIsFixed(Refusal):
    """It has codes, and files were brought; or the other way round."""

    code = "inventory.kind_is_fixed"


class SoldFromShelf(Refusal):
    """Units of it were sold before it had codes: nobody could tell which code is whose."""

    code = "inventory.sold_from_shelf"


@action(power=Power.SYSTEM)
def keep_as(*, actor: Actor, seller_id: UUID, stock_id: UUID, kind: StockKind) -> Stock:
    """The stock, locked. What was counted before is written off; files are never used up."""
    stock = Stock.objects.select_for_update().filter(seller_id=seller_id, id=stock_id).first()
    if stock is None:
        raise NoSuchStock()
    if stock.kind == kind:
        return stock
    if stock.kind != StockKind.SHELF:
        raise KindIsFixed()
    names = variant_names([stock.variant_id]).get(stock.variant_id)
    if names is None or names.kind != "digital":
        raise NotDigital()
    if kind is StockKind.CODES and _net_sold(seller_id, stock_id):
        raise SoldFromShelf()
    if stock.held:
        raise BelowHeld(held=stock.held)
    _turn(stock, kind, MOST if kind is StockKind.FILES else 0)
    return stock


def _net_sold(seller_id: UUID, stock_id: UUID) -> int:
    gone = Movement.objects.filter(seller_id=seller_id, stock_id=stock_id, kind__in=OF_ORDERS)
    return -(gone.aggregate(units=Sum("quantity"))["units"] or 0)


def _turn(stock: Stock, kind: StockKind, on_hand: int) -> None:
    difference = on_hand - stock.on_hand
    stock.kind, stock.on_hand = kind, on_hand
    row = Stock.objects.filter(seller_id=stock.seller_id, id=stock.id)
    row.update(kind=kind, on_hand=on_hand)
    if difference:
        Movement.objects.create(
            seller_id=stock.seller_id,
            stock_id=stock.id,
            quantity=difference,
            kind=MovementKind.COUNT,
            reference_id=new_id(),
        )

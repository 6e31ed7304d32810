"""Take a file off sale. Who bought it before keeps it."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Stock, StockFile


class NoSuchFile(Refusal):
    code = "inventory.no_such_file"
    kind = Kind.MISSING


class LastFile(Refusal):
    """Without it buyers would pay for nothing: bring the new one first, or pause the offer."""

    code = "inventory.last_file"


@action(power=Power.STOCK_MANAGE)
def remove_stock_file(*, actor: Actor, seller_id: UUID, stock_id: UUID, file_id: UUID) -> None:
    """`file_id` is the row's own id."""
    stock = Stock.objects.select_for_update().filter(seller_id=seller_id, id=stock_id)
    if not stock.exists():
        raise NoSuchFile()
    here = StockFile.objects.filter(seller_id=seller_id, stock_id=stock_id, removed_at=None)
    mine = here.filter(id=file_id)
    if not mine.exists():
        raise NoSuchFile()
    if here.count() == 1:
        raise LastFile()
    mine.update(removed_at=now())

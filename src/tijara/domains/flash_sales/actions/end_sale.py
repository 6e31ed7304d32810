"""End a flash sale: turns end, and what is left of its units goes back to the shelf."""

from uuid import UUID

from tijara.domains.inventory.actions import move_holds, release_hold
from tijara.domains.inventory.shapes import HoldMove
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Item, Place
from ..shapes import PlaceState
from ..states import PLACE
from .turn_sale import turn_sale


@action(power=Power.PROMOTIONS_MANAGE)
def end_sale(*, actor: Actor, seller_id: UUID, sale_id: UUID, note: str = "") -> None:
    """Orders that stand keep what they got."""
    turn_sale(actor=actor, seller_id=seller_id, sale_id=sale_id, move="end", note=note)
    turns = Place.objects.select_for_update(no_key=True).filter(
        seller_id=seller_id, sale_id=sale_id, state=PlaceState.TURN
    )
    over = list(turns.order_by("id").values_list("id", "item_id", "checkout_id", "quantity"))
    goods = Item.objects.filter(seller_id=seller_id, sale_id=sale_id)
    locked = goods.select_for_update(no_key=True).order_by("id").values_list("id", "stock_id")
    items = sorted(locked, key=lambda one: one[1])
    if over:
        stocks = dict(items)
        mine = Place.objects.filter(seller_id=seller_id, id__in=[row[0] for row in over])
        move_rows(PLACE, mine, Step("lapse", SYSTEM, ("hand_on",), sets={"turn_until": None}))
        goods.update(held=0)
        move_holds(
            actor=SYSTEM,
            seller_id=seller_id,
            moves=[HoldMove(stocks[item], own, item, units) for _, item, own, units in over],
            until=now(),
        )
    for item_id, _stock in items:
        release_hold(actor=SYSTEM, seller_id=seller_id, checkout_id=item_id)

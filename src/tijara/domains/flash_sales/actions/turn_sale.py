"""Move a flash sale one step along its life, by whoever may."""

from datetime import datetime
from uuid import UUID

from django.db.models import F

from tijara.kit.actor import Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import NotAllowed, action

from ..models import Place, Sale
from ..queries import forget_sales
from ..shapes import PlaceState
from ..states import PROCESS


class NoSuchSale(Refusal):
    code = "flash_sales.no_such_sale"
    kind = Kind.MISSING


class SaleMovedOn(Refusal):
    """Somebody was quicker, or it is over."""

    code = "flash_sales.sale_moved_on"


@action(power=Power.PROMOTIONS_MANAGE)
def turn_sale(*, actor: Actor, seller_id: UUID, sale_id: UUID, move: str, note: str = "") -> None:
    """`move` is "refuse", "pause", "resume", or what the actions call that do more with it.

    While it is paused no turn runs out: what was left of it is left when the sale goes on.
    """
    step = next(one for one in PROCESS.moves if one.name == move)
    if actor.kind is not ActorKind.SYSTEM and actor.kind.value not in step.by:
        raise NotAllowed(power=str(Power.MARKETS_MANAGE))
    row = Sale.objects.select_for_update(no_key=True).filter(seller_id=seller_id, id=sale_id)
    sale = row.first()
    if sale is None:
        raise NoSuchSale()
    if sale.state not in step.before:
        raise SaleMovedOn()
    moment = now()
    changes: dict = {"state": step.after, "note": note[:200] or sale.note}
    if move == "pause":
        changes["paused_at"] = moment
    elif move == "resume":
        changes["paused_at"] = None
        if sale.paused_at:
            _lengthen_turns(sale, moment)
    elif move == "end":
        changes["ended_at"] = moment
    Sale.objects.filter(seller_id=seller_id, id=sale_id).update(**changes)
    forget_sales()


def _lengthen_turns(sale: Sale, moment: datetime) -> None:
    turns = Place.objects.filter(seller_id=sale.seller_id, sale_id=sale.id, state=PlaceState.TURN)
    list(turns.order_by("id").select_for_update(no_key=True).values_list("id"))
    turns.update(turn_until=F("turn_until") + (moment - sale.paused_at))

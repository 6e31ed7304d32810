"""Take points out of accounts whose last day is over."""

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.balances import Moving
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.balances.moves import Lapse, lapse

from ..models import POINTS, PointsAccount
from ..shapes import PointsKind
from .move_points import move_points


@action(power=Power.SYSTEM, atomic=False)
def expire_points(*, actor: Actor, limit: int = 500) -> int:
    """How many lots; each in a commit of its own."""
    return lapse(POINTS, _take, limit)


def _take(over: Lapse[PointsAccount]) -> None:
    moving = Moving(PointsKind.EXPIRED, -over.amount, over.reference, lot_id=over.lot_id)
    account = over.account
    move_points(actor=SYSTEM, buyer_id=account.buyer_id, market_id=account.id, moving=moving)

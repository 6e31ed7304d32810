"""Give buyers the points of the orders whose protection is over."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from tijara.domains.deals.queries import deal_of_order
from tijara.domains.deals.shapes import DealState
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.balances import Moving, OrderMark
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.balances.moves import locked
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import POINTS, Earning, PointsAccount
from ..queries import programme_of
from ..rules import last_day
from ..shapes import EarningState, PointsKind
from ..states import EARNING
from .charge_shop import charge_shop
from .move_points import move_points
from .place_tier import place_tier
from .recount_earning import recount_earning

OVER = frozenset({DealState.SETTLED, DealState.PARTED, DealState.UNDONE})
LATER = timedelta(hours=1)
"""So long after a try an order is looked at again that is disputed, or not settled yet."""


@action(power=Power.SYSTEM, atomic=False)
def settle_earnings(*, actor: Actor, limit: int = 500) -> int:
    """How many, those that were due first; each in a commit of its own."""
    due = Earning.objects.filter(state=EarningState.PENDING, due_at__lte=now()).order_by("due_at")
    keys = list(due.values_list("buyer_id", "id")[:limit])
    return sum(_settle(*key) for key in keys)


def _settle(buyer_id: UUID, order_id: UUID) -> bool:
    with transaction.atomic():
        rows = Earning.objects.filter(buyer_id=buyer_id, id=order_id, state=EarningState.PENDING)
        row = rows.first()
        if row is None:
            return False
        deal = deal_of_order(row.seller_id, order_id)
        if deal is None or deal.state not in OVER:
            known = deal.due_at if deal else None
            rows.update(due_at=known if known and known > now() else now() + LATER)
            return False
        locked(POINTS, buyer_id, row.market_id)
        recount_earning(actor=SYSTEM, seller_id=row.seller_id, order_id=order_id)
        return _earn(buyer_id, order_id)


def _earn(buyer_id: UUID, order_id: UUID) -> bool:
    """Under the account's lock; of two at once the second finds nothing pending."""
    moment = now()
    rows = Earning.objects.filter(buyer_id=buyer_id, id=order_id)
    if not move_rows(EARNING, rows, Step("earn", SYSTEM, sets={"earned_at": moment})):
        return False
    row = Earning.objects.get(buyer_id=buyer_id, id=order_id)
    programme = programme_of(row.market_id)
    if row.points and programme:
        accounts = PointsAccount.objects.filter(buyer_id=buyer_id, id=row.market_id)
        accounts.update(pending=F("pending") - row.points)
        move_points(
            actor=SYSTEM,
            buyer_id=buyer_id,
            market_id=row.market_id,
            moving=Moving(
                PointsKind.EARNED,
                row.points,
                f"earned:{order_id.hex}",
                OrderMark(row.seller_id, order_id, row.number),
                last_day(programme.lives_months, moment),
            ),
        )
        charge_shop(actor=SYSTEM, buyer_id=buyer_id, order_id=order_id)
    place_tier(actor=SYSTEM, buyer_id=buyer_id, market_id=row.market_id)
    return True

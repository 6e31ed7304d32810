"""Count anew what an order earns: of what is left paid of its goods. The difference goes."""

from collections import Counter
from uuid import UUID

from django.db.models import F

from tijara.domains.ledger.actions import post_journal
from tijara.domains.returns.queries import goods_refunds
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.balances import Moving, OrderMark
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.rebuilding import rebuild
from tijara.platform.action import action
from tijara.platform.balances.moves import known_move, locked

from ..models import POINTS, Earning, PointsAccount
from ..queries import programme_of
from ..rules import paid_left, pending_transfer, points_of
from ..shapes import EarnedLine, EarningState, PointsKind
from .charge_shop import charge_shop
from .move_points import move_points


@action(power=Power.SYSTEM)
def recount_earning(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """Again is nothing: what it comes to depends on what has gone back, and on nothing else."""
    row = Earning.objects.filter(seller_id=seller_id, id=order_id).first()
    if row is None:
        return
    locked(POINTS, row.buyer_id, row.market_id)
    row.refresh_from_db()
    lines = [rebuild(EarnedLine, one) for one in row.lines]
    back = _gone_back(seller_id, order_id)
    points, paid = points_of(lines, row.tier_bp, back, row.extra_bp), paid_left(lines, back)
    mine = Earning.objects.filter(buyer_id=row.buyer_id, id=order_id)
    mine.update(points=points, paid_minor=paid)
    if points == row.points:
        return
    if row.state == EarningState.PENDING:
        _provide(row, points - row.points)
    else:
        _take_back(row, points - row.points, points)


def _gone_back(seller_id: UUID, order_id: UUID) -> Counter[UUID]:
    """Of each line, in minor units."""
    back: Counter[UUID] = Counter()
    for refund in goods_refunds(seller_id, order_id):
        for part in refund.parts:
            back[part.line_id] += part.items_minor
    return back


def _provide(row: Earning, more: int) -> None:
    accounts = PointsAccount.objects.filter(buyer_id=row.buyer_id, id=row.market_id)
    accounts.update(pending=F("pending") + more)
    if programme := programme_of(row.market_id):
        post_journal(
            actor=SYSTEM,
            seller_id=row.market_id,
            kind="points_pending",
            reference_id=new_id(),
            currency=programme.currency,
            transfers=[pending_transfer(more * programme.worth_minor)],
        )


def _take_back(row: Earning, less: int, left: int) -> None:
    """Out of its own lot first. `left` only ever falls, so that it names the step."""
    earned = known_move(POINTS, row.buyer_id, f"earned:{row.id.hex}")
    move_points(
        actor=SYSTEM,
        buyer_id=row.buyer_id,
        market_id=row.market_id,
        moving=Moving(
            PointsKind.RETURNED,
            less,
            f"returned:{row.id.hex}:{left}",
            OrderMark(row.seller_id, row.id, row.number),
            lot_id=earned.id if earned else None,
        ),
    )
    charge_shop(actor=SYSTEM, buyer_id=row.buyer_id, order_id=row.id)

"""Move a buyer's points: account, lots and the market's book in one commit, once each."""

from uuid import UUID

from django.db.models import Case, F, IntegerField, Value, When

from tijara.domains.ledger.actions import post_journal
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import taken_in_order
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import PointsAccount, PointsLot, PointsMoveRow
from ..queries import programme_of
from ..rules import laid_down, move_transfer
from ..shapes import PointsKind, PointsToMove
from .lock_account import lock_account


@action(power=Power.SYSTEM)
def move_points(*, actor: Actor, buyer_id: UUID, market_id: UUID, moved: PointsToMove) -> UUID:
    """The move's id; the same reference again is answered with the one that stands. Only goods that
    went back may bring an account below nothing: for all else the caller has looked under its lock.
    """
    account = lock_account(actor=SYSTEM, buyer_id=buyer_id, market_id=market_id)
    known = PointsMoveRow.objects.filter(buyer_id=buyer_id, reference=moved.reference)
    if there := known.values_list("id", flat=True).first():
        return there
    moment, order = now(), moved.order
    PointsAccount.objects.filter(buyer_id=buyer_id, id=market_id).update(
        balance=F("balance") + moved.points, moved_at=moment
    )
    move = PointsMoveRow.objects.create(
        buyer_id=buyer_id,
        id=new_id(),
        account_id=market_id,
        kind=moved.kind,
        reference=moved.reference,
        points=moved.points,
        balance=account.balance + moved.points,
        seller_id=order.seller_id if order else None,
        order_id=order.order_id if order else None,
        number=order.number if order else "",
        expires_at=moved.expires_at,
        moved_at=moment,
    )
    if moved.points > 0:
        _lay_down(move, account.balance)
    else:
        _take_out(move, moved.lot_id)
    _post(move, market_id)
    return move.id


def _lay_down(move: PointsMoveRow, balance: int) -> None:
    PointsLot.objects.create(
        buyer_id=move.buyer_id,
        id=move.id,
        account_id=move.account_id,
        left=laid_down(move.points, balance),
        expires_at=move.expires_at,
    )


def _take_out(move: PointsMoveRow, lot_id: UUID | None) -> None:
    lots = PointsLot.objects.filter(buyer_id=move.buyer_id, account_id=move.account_id, left__gt=0)
    own = Case(When(id=lot_id, then=Value(0)), default=Value(1), output_field=IntegerField())
    order = F("expires_at").asc(nulls_last=True)
    left = list(lots.order_by(own, order, "id").values_list("id", "left"))
    for one, part in taken_in_order(left, -move.points):
        lots.filter(id=one).update(left=F("left") - part)


def _post(move: PointsMoveRow, market_id: UUID) -> None:
    """Of what becomes credit the wallet's own journal tells."""
    kind, programme = PointsKind(move.kind), programme_of(market_id)
    if kind is PointsKind.SPENT or programme is None:
        return
    post_journal(
        actor=SYSTEM,
        seller_id=market_id,
        kind=f"points_{kind}",
        reference_id=move.id,
        currency=programme.currency,
        transfers=[move_transfer(kind, move.points * programme.worth_minor)],
    )

"""Move a buyer's points: account, lots and the market's book in one commit, once each."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.balances import Moving
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.balances.moves import known_move, locked, moved

from ..models import POINTS
from ..queries import programme_of
from ..rules import move_transfer
from ..shapes import PointsKind


@action(power=Power.SYSTEM)
def move_points(
    *, actor: Actor, buyer_id: UUID, market_id: UUID, moving: Moving[PointsKind]
) -> UUID:
    """The move's id; the same reference again is answered with the one that stands. Only goods that
    went back may bring an account below nothing: for all else the caller has looked under its lock.
    """
    account = locked(POINTS, buyer_id, market_id)
    if there := known_move(POINTS, buyer_id, moving.reference):
        return there.id
    move = moved(POINTS, account, moving)
    _post(move.id, market_id, moving)
    return move.id


def _post(move_id: UUID, market_id: UUID, moving: Moving[PointsKind]) -> None:
    """Of what becomes credit the wallet's own journal tells."""
    programme = programme_of(market_id)
    if moving.kind is PointsKind.SPENT or programme is None:
        return
    post_journal(
        actor=SYSTEM,
        seller_id=market_id,
        kind=f"points_{moving.kind}",
        reference_id=move_id,
        currency=programme.currency,
        transfers=[move_transfer(moving.kind, moving.amount * programme.worth_minor)],
    )

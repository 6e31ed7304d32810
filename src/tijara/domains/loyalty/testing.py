"""Makers of programmes, and of buyers with points."""

from datetime import timedelta
from uuid import UUID

from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id

from .actions import move_points, set_programme, write_rate
from .shapes import PointsKind, PointsToMove, ProgrammeDraft, RateDraft


def make_programme(market_id: UUID, *, is_on: bool = True, **given) -> None:
    """A point for each whole 1.00, worth 0.01 each; from ten on they become credit."""
    draft = ProgrammeDraft(is_on=is_on, **({"least_points": 10} | given))
    set_programme(actor=SYSTEM, market_id=market_id, draft=draft)
    rate = RateDraft(points=1, per_minor=100)
    write_rate(actor=SYSTEM, market_id=market_id, rate_id=new_id(), draft=rate)


def give_points(buyer_id: UUID, market_id: UUID, points: int, *, days: int | None = None) -> UUID:
    """The move's id. `days`: so many are left of it; below nothing, it is over."""
    return move_points(
        actor=SYSTEM,
        buyer_id=buyer_id,
        market_id=market_id,
        moved=PointsToMove(
            PointsKind.GRANTED,
            points,
            f"grant:{new_id().hex}",
            expires_at=None if days is None else now() + timedelta(days=days),
        ),
    )

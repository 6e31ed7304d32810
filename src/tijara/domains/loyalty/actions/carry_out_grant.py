"""Put the points that staff give into the account, or take out what they take."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.balances import Moving
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.balances.grants import carried_out
from tijara.platform.balances.moves import locked

from ..models import POINTS, PointsGrant
from ..queries import programme_of
from ..rules import last_day
from ..shapes import PointsKind
from .move_points import move_points


class MoreThanThere(Refusal):
    """So many points are not there to be taken."""

    code = "loyalty.more_than_there"


@action(power=Power.SYSTEM)
def carry_out_grant(
    *, actor: Actor, buyer_id: UUID, grant_id: UUID, decided_by: UUID | None
) -> None:
    """The caller has locked the proposal."""
    grant = carried_out(PointsGrant, buyer_id, grant_id, decided_by)
    account = locked(POINTS, buyer_id, grant.market_id)
    if grant.amount < 0 and account.balance + grant.amount < 0:
        raise MoreThanThere()
    moment, programme = now(), programme_of(grant.market_id)
    is_gift = grant.amount > 0
    move_points(
        actor=SYSTEM,
        buyer_id=buyer_id,
        market_id=grant.market_id,
        moving=Moving(
            PointsKind.GRANTED if is_gift else PointsKind.WITHDRAWN,
            grant.amount,
            f"grant:{grant_id.hex}",
            expires_at=last_day(programme.lives_months, moment) if is_gift and programme else None,
        ),
    )

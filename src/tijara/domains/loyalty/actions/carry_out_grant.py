"""Put the points that staff give into the account, or take out what they take."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import PointsGrant
from ..queries import programme_of
from ..rules import last_day
from ..shapes import GrantState, PointsKind, PointsToMove
from .lock_account import lock_account
from .move_points import move_points


class MoreThanThere(Refusal):
    """So many points are not there to be taken."""

    code = "loyalty.more_than_there"


@action(power=Power.SYSTEM)
def carry_out_grant(
    *, actor: Actor, buyer_id: UUID, grant_id: UUID, decided_by: UUID | None
) -> None:
    """The caller has locked the proposal."""
    rows = PointsGrant.objects.filter(buyer_id=buyer_id, id=grant_id, state=GrantState.PROPOSED)
    grant = rows.get()
    account = lock_account(actor=SYSTEM, buyer_id=buyer_id, market_id=grant.market_id)
    if account.balance + grant.points < 0 and grant.points < 0:
        raise MoreThanThere()
    moment, programme = now(), programme_of(grant.market_id)
    rows.update(state=GrantState.DONE, decided_by=decided_by, decided_at=moment)
    is_gift = grant.points > 0
    move_points(
        actor=SYSTEM,
        buyer_id=buyer_id,
        market_id=grant.market_id,
        moved=PointsToMove(
            PointsKind.GRANTED if is_gift else PointsKind.WITHDRAWN,
            grant.points,
            f"grant:{grant_id.hex}",
            expires_at=last_day(programme.lives_months, moment) if is_gift and programme else None,
        ),
    )

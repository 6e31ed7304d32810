"""Make wallet credit of points: what they are worth, at once."""

from uuid import UUID

from tijara.domains.wallet.actions import move_credit
from tijara.domains.wallet.shapes import CreditKind, CreditToPut
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.balances import Moving
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.balances.moves import known_move, locked

from ..models import POINTS
from ..queries import programme_of
from ..shapes import PointsKind
from .move_points import move_points


class TooFewPoints(Refusal):
    """Less than the programme lets become credit at one time."""

    code = "loyalty.too_few_points"


class TooManyPoints(Refusal):
    """More than the programme lets become credit at one time."""

    code = "loyalty.too_many_points"


class PointsShort(Refusal):
    """There are fewer by now than were asked for, or there is no programme here."""

    code = "loyalty.points_short"


@action(power=Power.BUY)
def turn_in_points(
    *, actor: Actor, buyer_id: UUID, market_id: UUID, points: int, key: UUID
) -> Money:
    """What has come into the wallet. `key` was made with the form: pressed twice, it happens once.
    Also where the programme has been turned off: what was promised stands."""
    programme = programme_of(market_id)
    if programme is None:
        raise PointsShort()
    account = locked(POINTS, buyer_id, market_id)
    reference = f"spent:{key.hex}"
    if before := known_move(POINTS, buyer_id, reference):
        return programme.worth(-before.amount)
    if points < programme.least_points:
        raise TooFewPoints(least=programme.least_points)
    if points > programme.most_points:
        raise TooManyPoints(most=programme.most_points)
    if points > account.balance:
        raise PointsShort()
    move_points(
        actor=SYSTEM,
        buyer_id=buyer_id,
        market_id=market_id,
        moving=Moving(PointsKind.SPENT, -points, reference),
    )
    worth = programme.worth(points)
    move_credit(
        actor=SYSTEM,
        buyer_id=buyer_id,
        market_id=market_id,
        credit=CreditToPut(CreditKind.POINTS, worth, f"points:{key.hex}"),
    )
    return worth

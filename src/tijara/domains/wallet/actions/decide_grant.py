"""The second pair of eyes: credit above the limit is given, or it is not."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.balances.grants import answered

from ..models import Grant
from .give_credit import give_credit


@action(power=Power.PAYMENTS_MANAGE)
def decide_grant(*, actor: Actor, buyer_id: UUID, grant_id: UUID, is_agreed: bool) -> None:
    """Who proposed it may take it back, and not agree."""
    if answered(Grant, actor=actor, buyer_id=buyer_id, grant_id=grant_id, is_agreed=is_agreed):
        give_credit(actor=SYSTEM, buyer_id=buyer_id, grant_id=grant_id, decided_by=actor.person_id)

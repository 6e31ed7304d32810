"""The second pair of eyes: points above the limit are given or taken, or they are not."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.balances.grants import answered

from ..models import PointsGrant
from .carry_out_grant import carry_out_grant


@action(power=Power.PAYMENTS_MANAGE)
def decide_points_grant(*, actor: Actor, buyer_id: UUID, grant_id: UUID, is_agreed: bool) -> None:
    """Who proposed it may take it back, and not agree."""
    key = {"buyer_id": buyer_id, "grant_id": grant_id}
    if answered(PointsGrant, actor=actor, is_agreed=is_agreed, **key):
        carry_out_grant(actor=SYSTEM, decided_by=actor.person_id, **key)

"""Take a buyer out of a group."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Group, GroupMember


@action(power=Power.MARKETS_MANAGE)
def drop_member(*, actor: Actor, market_id: UUID, group_id: UUID, buyer_id: UUID) -> None:
    """Again is nothing. Whom a tier has brought comes back with it on the next night."""
    if Group.objects.filter(market_id=market_id, id=group_id).exists():
        GroupMember.objects.filter(buyer_id=buyer_id, id=group_id).delete()

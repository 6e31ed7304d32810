"""End a group: nobody is in it any more, and what is for it holds for nobody."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Group, GroupMember
from ..queries import forget_groups


@action(power=Power.MARKETS_MANAGE)
def end_group(*, actor: Actor, market_id: UUID, group_id: UUID) -> None:
    """Again is nothing. Who was in it is forgotten."""
    mine = Group.objects.filter(market_id=market_id, id=group_id, ended_at=None)
    if mine.update(ended_at=now()):
        GroupMember.objects.filter(id=group_id).delete()
    forget_groups()

"""Put a buyer into the group of his tier, and out of the groups of the others."""

from collections.abc import Collection
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Group, GroupMember
from ..shapes import JoinedBy


@action(power=Power.SYSTEM)
def place_in_groups(
    *, actor: Actor, buyer_id: UUID, among: Collection[UUID], group_id: UUID | None
) -> None:
    """`among` are the groups of all tiers. Whom staff have named stays where he is; again is
    nothing."""
    mine = GroupMember.objects.filter(buyer_id=buyer_id, id__in=among, by=JoinedBy.TIER)
    mine.exclude(id=group_id).delete()
    if group_id and Group.objects.filter(id=group_id, ended_at=None).exists():
        fresh = GroupMember(buyer_id=buyer_id, id=group_id, by=JoinedBy.TIER)
        GroupMember.objects.bulk_create([fresh], ignore_conflicts=True)

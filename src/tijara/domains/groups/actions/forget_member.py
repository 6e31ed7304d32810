"""Take a person out of all groups, who leaves for good."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import GroupMember


@action(power=Power.SYSTEM)
def forget_member(*, actor: Actor, buyer_ids: Sequence[UUID]) -> None:
    GroupMember.objects.filter(buyer_id__in=buyer_ids).delete()

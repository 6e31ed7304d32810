"""Take a person off all price lists, who leaves for good."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import PriceMember


@action(power=Power.SYSTEM)
def forget_list_member(*, actor: Actor, buyer_ids: Sequence[UUID]) -> None:
    """A company that is named by its VAT number stays."""
    PriceMember.objects.filter(buyer_id__in=buyer_ids).delete()

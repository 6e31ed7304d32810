"""Forget the searches that a person keeps, who leaves for good."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import SavedSearch


@action(power=Power.SYSTEM)
def forget_searches(*, actor: Actor, buyer_ids: Sequence[UUID]) -> None:
    SavedSearch.objects.filter(buyer_id__in=buyer_ids).delete()

"""Forget what a person has in his carts, who leaves for good."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import CartLine


@action(power=Power.SYSTEM)
def forget_carts(*, actor: Actor, buyer_ids: Sequence[UUID]) -> None:
    CartLine.objects.filter(buyer_id__in=buyer_ids).delete()

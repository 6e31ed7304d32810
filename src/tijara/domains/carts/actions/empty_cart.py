"""Take lines out of a cart: they were ordered, or are no longer wanted."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import CartLine


@action(power=Power.BUY, atomic=False)
def empty_cart(*, actor: Actor, buyer_id: UUID, offer_ids: Sequence[UUID]) -> None:
    CartLine.objects.filter(buyer_id=buyer_id, offer_id__in=offer_ids).delete()

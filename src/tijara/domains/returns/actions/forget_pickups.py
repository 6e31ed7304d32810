"""Forget where buyers had returns fetched from, who leave for good."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Return
from ..shapes import OPEN_RETURNS


@action(power=Power.SYSTEM)
def forget_pickups(*, actor: Actor, keys: Sequence[tuple[UUID, UUID]]) -> None:
    """`keys` are (seller, order). What was written about a return is not touched."""
    sellers, order_ids = {seller for seller, _ in keys}, [order for _, order in keys]
    mine = Return.objects.filter(seller_id__in=sellers, order_id__in=order_ids)
    mine.exclude(state__in=OPEN_RETURNS).update(pickup_note="")

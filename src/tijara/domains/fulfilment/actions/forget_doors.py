"""Forget what buyers wished for the door, who leave for good."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import DoorSign, Shipment


@action(power=Power.SYSTEM)
def forget_doors(*, actor: Actor, keys: Sequence[tuple[UUID, UUID]]) -> None:
    """`keys` are (seller, order). Of parcels that have ended; codes and tries stay."""
    sellers, order_ids = {seller for seller, _ in keys}, [order for _, order in keys]
    ended = Shipment.objects.filter(seller_id__in=sellers, order_id__in=order_ids)
    ids = list(ended.exclude(ended_at=None).values_list("id", flat=True))
    signs = DoorSign.objects.filter(seller_id__in=sellers, id__in=ids)
    signs.update(wished_phone="", wished_note="")

"""Forget where a person wanted the goods of flash sales, who leaves for good."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Place
from .leave_queue import LEAVABLE, leave_queue


@action(power=Power.SYSTEM)
def forget_places(*, actor: Actor, buyer_ids: Sequence[UUID], person_id: UUID) -> None:
    """He leaves the queues in which he stands. His places stay, and the hashes that tell a
    household: without them a sale would not be proved fair."""
    mine = Place.objects.filter(Q(buyer_id__in=buyer_ids) | Q(person_id=person_id))
    standing = mine.filter(state__in=LEAVABLE).order_by("seller_id", "item_id", "id")
    told = list(standing.values_list("buyer_id", "seller_id", "id"))
    mine.update(order=None, intent=None, city="")
    for buyer_id, seller_id, place_id in told:
        leave_queue(actor=SYSTEM, buyer_id=buyer_id, seller_id=seller_id, place_id=place_id)

"""Write down whose dispute kept pictures belong to, and which side has shown them."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import DealPhoto


@action(power=Power.SYSTEM)
def name_photos(
    *, actor: Actor, on_behalf: Actor, seller_id: UUID, order_id: UUID, file_ids: Sequence[UUID]
) -> None:
    """The files lie with the seller's; a page is given one only by its dispute."""
    DealPhoto.objects.bulk_create(
        DealPhoto(seller_id=seller_id, deal_id=order_id, actor_kind=on_behalf.kind, file_id=file_id)
        for file_id in file_ids
    )

"""Write down whose return kept pictures belong to."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import ReturnPhoto


@action(power=Power.SYSTEM)
def name_photos(
    *,
    actor: Actor,
    on_behalf: Actor,
    seller_id: UUID,
    return_id: UUID,
    file_ids: Sequence[UUID],
) -> None:
    """The files lie with the seller's; a page is given one only by its return."""
    ReturnPhoto.objects.bulk_create(
        ReturnPhoto(
            seller_id=seller_id,
            return_id=return_id,
            actor_kind=on_behalf.kind,
            file_id=file_id,
        )
        for file_id in file_ids
    )

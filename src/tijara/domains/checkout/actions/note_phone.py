"""Note with which phone something was ordered: by it its owner is known again."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import OrderedByPhone
from ..rules import phone_mark


@action(power=Power.SYSTEM)
def note_phone(
    *, actor: Actor, market_id: UUID, phone: str, key: UUID, seller_ids: Sequence[UUID]
) -> None:
    """Of orders whose phone was not known when their checkout was opened, or is another one now.
    Once, however often it is told. `key` is that with which they went through the door."""
    mark = phone_mark(market_id, phone)
    OrderedByPhone.objects.bulk_create(
        [OrderedByPhone(owner_id=mark, id=key, seller_ids=list(seller_ids))],
        ignore_conflicts=True,
    )

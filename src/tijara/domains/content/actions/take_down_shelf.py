"""Take a shelf off the front page for good."""

from uuid import UUID

from django.db import transaction

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell
from tijara.platform.pictures.keeping import drop_picture

from ..models import Shelf
from ..queries import front_tag


class LastShelf(Refusal):
    """A page that has none would look like one that nobody has arranged. It can be switched off."""

    code = "content.last_shelf"


@action(power=Power.MARKETS_MANAGE, atomic=False)
def take_down_shelf(*, actor: Actor, market_id: UUID, shelf_id: UUID) -> None:
    """Nothing happens where it is gone already. Its picture goes after the commit."""
    with transaction.atomic():
        kept = Shelf.objects.arranged(market_id)
        row = next((one for one in kept if one.id == shelf_id), None)
        if row is None:
            return
        if len(kept) == 1:
            raise LastShelf()
        row.delete()
        tell([front_tag(market_id)])
    drop_picture(row.picture)

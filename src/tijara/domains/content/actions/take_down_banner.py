"""Take a banner down for good."""

from uuid import UUID

from django.db import transaction

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell
from tijara.platform.pictures.keeping import drop_picture

from ..models import Banner
from ..queries import front_tag


@action(power=Power.MARKETS_MANAGE, atomic=False)
def take_down_banner(*, actor: Actor, market_id: UUID, banner_id: UUID) -> None:
    """Nothing happens where it is gone already. Its picture goes after the commit."""
    with transaction.atomic():
        row = Banner.objects.select_for_update().filter(id=banner_id, market_id=market_id).first()
        if row is None:
            return
        row.delete()
        tell([front_tag(market_id)])
    drop_picture(row.picture)

"""Take one row off a price list: the offer's own price holds there again."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Price


@action(power=Power.OFFERS_MANAGE)
def drop_price(
    *, actor: Actor, seller_id: UUID, list_id: UUID, offer_id: UUID, from_quantity: int
) -> None:
    """Pressed twice, it is gone."""
    Price.objects.filter(
        seller_id=seller_id, list_id=list_id, offer_id=offer_id, from_quantity=from_quantity
    ).delete()
    tell_everything()

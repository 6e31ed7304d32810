"""Keep a product no longer."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Favourite


@action(power=Power.BUY)
def drop_favourite(*, actor: Actor, buyer_id: UUID, product_id: UUID) -> None:
    """One that is not there is left so: it went in another tab."""
    Favourite.objects.filter(buyer_id=buyer_id, product_id=product_id).delete()

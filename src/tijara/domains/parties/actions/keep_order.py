"""Put an order among one's own, for who holds its signed link."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import KeptOrder


@action(power=Power.SIGN_IN)
def keep_order(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """Keeping it twice changes nothing. The face has checked the link."""
    KeptOrder.objects.bulk_create(
        [KeptOrder(person_id=actor.person_id, seller_id=seller_id, order_id=order_id)],
        ignore_conflicts=True,
    )

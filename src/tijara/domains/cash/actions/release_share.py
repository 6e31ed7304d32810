"""An order was taken back: nothing of its parcels' cash is its seller's, so nothing of it waits."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import CashParcel


@action(power=Power.SYSTEM)
def release_share(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """What the carrier owes stays owed: the buyer has paid him."""
    rows = CashParcel.objects.filter(seller_id=seller_id, order_id=order_id)
    rows.update(waiting_minor=0, share_minor=0)

"""An order was called off: it counts no more, and what its checkout had spent may be had again."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Use
from .settle_claims import settle_claims


@action(power=Power.SYSTEM)
def undo_uses(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """A code stays spent as long as another order of its checkout stands on it."""
    mine = Use.objects.filter(seller_id=seller_id, order_id=order_id)
    if not mine.filter(undone_at=None).update(undone_at=now()):
        return
    checkout_id = mine.values_list("checkout_id", flat=True)[0]
    stand = Use.objects.filter(checkout_id=checkout_id, undone_at=None)
    settle_claims(
        actor=SYSTEM,
        checkout_id=checkout_id,
        spent=set(stand.values_list("promotion_id", flat=True)),
    )

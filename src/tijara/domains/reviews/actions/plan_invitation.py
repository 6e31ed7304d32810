"""Note that the buyer of a delivered order will be asked for a review."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Invitation
from ..rules import ASK_AFTER


@action(power=Power.SYSTEM)
def plan_invitation(*, actor: Actor, seller_id: UUID, order_id: UUID, buyer_id: UUID) -> None:
    """Once for an order."""
    asked = Invitation(
        seller_id=seller_id, id=order_id, buyer_id=buyer_id, due_at=now() + ASK_AFTER
    )
    Invitation.objects.bulk_create([asked], ignore_conflicts=True)

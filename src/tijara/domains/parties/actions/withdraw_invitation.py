"""Take an invitation back before it is answered."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Invitation


@action(power=Power.MEMBERS_MANAGE)
def withdraw_invitation(*, actor: Actor, seller_id: UUID, invitation_id: UUID) -> None:
    """Withdrawing it twice changes nothing."""
    Invitation.objects.filter(seller_id=seller_id, id=invitation_id).delete()

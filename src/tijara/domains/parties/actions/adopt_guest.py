"""What a person ordered as a guest is his: link the guest's id to him. No row moves."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Buyer


@action(power=Power.SIGN_IN)
def adopt_guest(*, actor: Actor, guest_id: UUID) -> bool:
    """Whether the guest is his now. `guest_id` comes from the signed cookie of the browser that
    signs in. A guest who is somebody's stays it: the first who signed in has him."""
    Buyer.objects.bulk_create(
        [Buyer(buyer_id=guest_id, person_id=actor.person_id)], ignore_conflicts=True
    )
    return Buyer.objects.filter(buyer_id=guest_id, person_id=actor.person_id).exists()

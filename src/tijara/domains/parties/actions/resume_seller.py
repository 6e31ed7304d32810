"""Let a suspended seller sell again."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record

from ..events import SellerResumed
from ..models import Seller


class NotSuspended(Refusal):
    """He sells already, or is unknown."""

    code = "parties.not_suspended"


@action(power=Power.SELLERS_MANAGE)
def resume_seller(*, actor: Actor, seller_id: UUID) -> None:
    """His people are told; his goods come back to the shelf."""
    stopped = Seller.objects.filter(id=seller_id, is_active=False)
    if not stopped.update(is_active=True, suspended_at=None, suspended_why=""):
        raise NotSuspended
    record(seller_id, SellerResumed(seller_id, new_id()))
    tell_everything()

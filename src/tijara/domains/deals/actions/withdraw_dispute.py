"""The buyer is content after all: what was held is the seller's."""

from uuid import UUID

from tijara.domains.ledger.actions import release_purses
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..models import Dispute
from .move_deal import move_deal
from .open_dispute import NoDispute


@action(power=Power.BUY)
def withdraw_dispute(*, actor: Actor, buyer_id: UUID, seller_id: UUID, order_id: UUID) -> None:
    """Until it is decided. It can't be opened again."""
    mine = Dispute.objects.filter(seller_id=seller_id, id=order_id, buyer_id=buyer_id)
    if not mine.exists():
        raise NoDispute()
    step = Step("withdraw", actor, does=("release",))
    move_deal(actor=SYSTEM, seller_id=seller_id, order_id=order_id, step=step)
    release_purses(actor=SYSTEM, keys=[(seller_id, order_id)])

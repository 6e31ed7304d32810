"""Who bought a gift card calls it off before it is sent: after that somebody has its code."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import GiftCard
from .end_gift_card import GiftOver, end_gift_card


@action(power=Power.BUY)
def call_off_gift_card(*, actor: Actor, buyer_id: UUID, market_id: UUID, card_id: UUID) -> None:
    """The row's lock decides between this and the sending."""
    rows = GiftCard.objects.select_for_update().filter(
        owner_id=market_id, id=card_id, buyer_id=buyer_id, sent_at=None
    )
    if rows.first() is None:
        raise GiftOver()
    end_gift_card(actor=SYSTEM, market_id=market_id, card_id=card_id)

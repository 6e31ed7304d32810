"""Staff call a gift card off that nobody has redeemed, whether it was sent or not."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from .end_gift_card import end_gift_card


@action(power=Power.PAYMENTS_MANAGE)
def cancel_gift_card(*, actor: Actor, market_id: UUID, card_id: UUID) -> None:
    end_gift_card(actor=SYSTEM, market_id=market_id, card_id=card_id)

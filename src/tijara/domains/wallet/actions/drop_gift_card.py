"""A gift card was not paid in time."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import GiftCard
from ..states import GIFT_CARD


@action(power=Power.SYSTEM)
def drop_gift_card(*, actor: Actor, market_id: UUID, card_id: UUID) -> None:
    rows = GiftCard.objects.filter(owner_id=market_id, id=card_id)
    move_rows(GIFT_CARD, rows, Step("drop", actor))

"""The money of a gift card has come: it is worth it now."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import GiftCard
from ..states import GIFT_CARD


@action(power=Power.SYSTEM)
def take_gift_payment(*, actor: Actor, market_id: UUID, card_id: UUID) -> bool:
    """Once, however often it is told; also where the money came late."""
    rows = GiftCard.objects.filter(owner_id=market_id, id=card_id)
    paid = Step("pay", actor, does=("sell",), sets={"paid_at": now()})
    if not move_rows(GIFT_CARD, rows, paid):
        return False
    card = GiftCard.objects.get(owner_id=market_id, id=card_id)
    post_journal(
        actor=SYSTEM,
        seller_id=market_id,
        kind="gift_card_sold",
        reference_id=card_id,
        currency=card.currency,
        transfers=[
            Transfer(Account.GATEWAY_RECEIVABLE, Account.GIFT_CARD_LIABILITY, card.amount_minor)
        ],
    )
    return True

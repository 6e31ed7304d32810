"""The money of a gift card that was called off has gone back."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import GiftCard


@action(power=Power.SYSTEM)
def post_gift_refund(
    *, actor: Actor, market_id: UUID, card_id: UUID, amount: Money, is_by_bank: bool = False
) -> None:
    """Once, however often it is told."""
    rows = GiftCard.objects.filter(owner_id=market_id, id=card_id, refunded_at=None)
    if not rows.update(refunded_at=now()):
        return
    source = Account.BANK if is_by_bank else Account.GATEWAY_RECEIVABLE
    post_journal(
        actor=SYSTEM,
        seller_id=market_id,
        kind="gift_card_refunded",
        reference_id=card_id,
        currency=amount.currency,
        transfers=[Transfer(Account.BUYER_REFUNDABLE, source, amount.minor)],
    )

"""Call a gift card off that nobody has redeemed: what was paid for it goes back."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.payments.actions import open_refund
from tijara.domains.payments.shapes import PaymentMethod, RefundToOpen
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import GiftCard
from ..states import GIFT_CARD


class GiftOver(Refusal):
    """It was redeemed or called off; or its code is out, and only staff may call it off."""

    code = "wallet.gift_over"
    kind = Kind.CONFLICT


@action(power=Power.SYSTEM)
def end_gift_card(*, actor: Actor, market_id: UUID, card_id: UUID) -> None:
    """One guarded update decides between this and who redeems it."""
    rows = GiftCard.objects.filter(owner_id=market_id, id=card_id)
    told = {"ended_at": now(), "sealed": ""}
    if not move_rows(GIFT_CARD, rows, Step("cancel", actor, does=("give_back",), sets=told)):
        raise GiftOver()
    card = rows.get()
    back = Account.BUYER_REFUNDABLE if card.charge_id else Account.GOODWILL_EXPENSE
    post_journal(
        actor=SYSTEM,
        seller_id=market_id,
        kind="gift_card_cancelled",
        reference_id=card_id,
        currency=card.currency,
        transfers=[Transfer(Account.GIFT_CARD_LIABILITY, back, card.amount_minor)],
    )
    if card.charge_id and card.buyer_id:
        open_refund(actor=SYSTEM, buyer_id=card.buyer_id, refund=_refund(card))


def _refund(card: GiftCard) -> RefundToOpen:
    return RefundToOpen(
        charge_id=card.charge_id,
        seller_id=card.owner_id,
        order_id=card.id,
        number="",
        method=PaymentMethod.CARD,
        amount=Money(card.amount_minor, card.currency),
        reason="gift_card",
    )

"""Buy a gift card: it is made, and its price is to be paid by card."""

from datetime import timedelta
from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.domains.payments.actions import open_charge
from tijara.domains.payments.queries import card_gateway, card_gateway_name
from tijara.domains.payments.shapes import ChargePart, ChargeToOpen, PaymentMethod, Purpose
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_number
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import GiftCard
from ..shapes import GiftDraft
from .open_gift_card import open_gift_card


class NotSoldHere(Refusal):
    """Gift cards are paid by card, and this market takes none."""

    code = "wallet.not_sold_here"
    kind = Kind.UNAVAILABLE


@action(power=Power.BUY)
def buy_gift_card(
    *, actor: Actor, buyer_id: UUID, market_id: UUID, card_id: UUID, draft: GiftDraft
) -> None:
    """Once for a form. The charge's checkout is the card: there it is paid. It is money for money:
    no order, no invoice, no VAT before it buys something."""
    market = market_by_id(market_id)
    takes_cards = PaymentMethod.CARD in market.payment_methods and bool(card_gateway_name())
    if not takes_cards or not card_gateway().carries(draft.amount):
        raise NotSoldHere()
    is_new = open_gift_card(
        actor=SYSTEM, market_id=market_id, card_id=card_id, draft=draft, buyer_id=buyer_id
    )
    if not is_new:
        return
    charge_id = open_charge(
        actor=actor,
        buyer_id=buyer_id,
        charge=ChargeToOpen(
            checkout_id=card_id,
            market_id=market_id,
            method=PaymentMethod.CARD,
            amount=draft.amount,
            parts=(ChargePart(market_id, card_id, new_number(), draft.amount.minor),),
            due_at=now() + timedelta(minutes=market.pay_minutes),
            language=draft.language,
            recipient="",
            purpose=Purpose.GIFT_CARD,
        ),
    )
    GiftCard.objects.filter(owner_id=market_id, id=card_id).update(charge_id=charge_id)

"""What a gift card does when its money comes, does not come, or has gone back."""

from tijara.domains.payments.events import ChargeExpired, ChargePaid, RefundPaid
from tijara.domains.payments.shapes import Purpose
from tijara.kit.actor import SYSTEM
from tijara.kit.money import Money
from tijara.platform.outbox.subscriptions import on

from .actions import drop_gift_card, post_gift_refund, take_gift_payment


@on(ChargePaid)
def light_gift_card_that_was_paid(fact: ChargePaid) -> None:
    for part in fact.parts if fact.purpose is Purpose.GIFT_CARD else ():
        take_gift_payment(actor=SYSTEM, market_id=part.seller_id, card_id=part.order_id)


@on(ChargeExpired)
def drop_gift_card_that_was_not_paid(fact: ChargeExpired) -> None:
    for part in fact.parts if fact.purpose is Purpose.GIFT_CARD else ():
        drop_gift_card(actor=SYSTEM, market_id=part.seller_id, card_id=part.order_id)


@on(RefundPaid)
def post_refund_of_gift_card(fact: RefundPaid) -> None:
    if fact.purpose is Purpose.GIFT_CARD:
        amount = Money(fact.amount_minor, fact.currency)
        post_gift_refund(
            actor=SYSTEM,
            market_id=fact.seller_id,
            card_id=fact.order_id,
            amount=amount,
            is_by_bank=fact.is_by_bank,
        )

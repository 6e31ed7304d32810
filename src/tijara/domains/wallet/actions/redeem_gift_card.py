"""Put a gift card into one's wallet: whoever has its code, once."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import GiftCard
from ..rules import marks_of
from ..shapes import CreditKind, CreditToPut, GiftState
from ..states import GIFT_CARD
from .move_credit import move_credit


class CodeNotGood(Refusal):
    """No card of this market has it, or it was redeemed or called off: which, is not told."""

    code = "wallet.code_not_good"


@action(power=Power.BUY)
def redeem_gift_card(*, actor: Actor, buyer_id: UUID, market_id: UUID, code: str) -> Money:
    """What it was worth. One guarded update decides between two who have the code; pressed twice by
    the same, it is there once and the second time is answered alike."""
    marks = marks_of(market_id, code)
    cards = GiftCard.objects.filter(owner_id=market_id, mark__in=marks)
    told = {"ended_at": now(), "redeemed_by": buyer_id, "sealed": ""}
    move_rows(GIFT_CARD, cards, Step("redeem", actor, does=("credit",), sets=told))
    card = cards.filter(state=GiftState.REDEEMED, redeemed_by=buyer_id).first()
    if card is None:
        raise CodeNotGood()
    amount = Money(card.amount_minor, card.currency)
    move_credit(
        actor=SYSTEM,
        buyer_id=buyer_id,
        market_id=market_id,
        credit=CreditToPut(CreditKind.GIFT_CARD, amount, f"gift:{card.id.hex}"),
    )
    return amount

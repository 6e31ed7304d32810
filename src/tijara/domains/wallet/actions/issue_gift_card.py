"""Staff give a gift card out that nobody has bought: at most what one may give alone."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.balances import LONGEST_NOTE
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import GiftCard
from ..queries import alone_up_to
from ..shapes import GiftDraft
from ..states import GIFT_CARD
from .open_gift_card import GiftInvalid, open_gift_card


@action(power=Power.PAYMENTS_MANAGE)
def issue_gift_card(
    *, actor: Actor, market_id: UUID, card_id: UUID, draft: GiftDraft, reason: str
) -> None:
    """Once for a form. More than that goes into a buyer's wallet, where another can agree to it."""
    reason = strip_controls(reason).strip()
    if not reason or len(reason) > LONGEST_NOTE:
        raise GiftInvalid({"reason": "too_long" if reason else "required"})
    if draft.amount.minor > alone_up_to(market_id).minor:
        raise GiftInvalid({"amount": "needs_another"})
    is_new = open_gift_card(
        actor=SYSTEM, market_id=market_id, card_id=card_id, draft=draft, buyer_id=None
    )
    if not is_new:
        return
    card = GiftCard.objects.filter(owner_id=market_id, id=card_id)
    told = {"paid_at": now(), "person_id": actor.person_id, "reason": reason}
    move_rows(GIFT_CARD, card, Step("issue", actor, does=("issue",), sets=told))
    post_journal(
        actor=SYSTEM,
        seller_id=market_id,
        kind="gift_card_issued",
        reference_id=card_id,
        currency=draft.amount.currency,
        transfers=[
            Transfer(Account.GOODWILL_EXPENSE, Account.GIFT_CARD_LIABILITY, draft.amount.minor)
        ],
    )

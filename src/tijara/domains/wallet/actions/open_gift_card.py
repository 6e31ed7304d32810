"""Make a gift card with a code of its own: worth nothing until it is paid or issued."""

from uuid import UUID

from tijara.domains.markets.queries import market_by_id, zone_of
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.secrets import seal

from ..models import GiftCard
from ..rules import about_code, gift_faults, mark_of, new_code, send_moment
from ..shapes import GiftDraft
from ..states import GIFT_CARD


class GiftInvalid(Invalid):
    code = "wallet.gift_invalid"


@action(power=Power.SYSTEM)
def open_gift_card(
    *, actor: Actor, market_id: UUID, card_id: UUID, draft: GiftDraft, buyer_id: UUID | None
) -> bool:
    """False, where it was made before: `card_id` comes with the form."""
    market = market_by_id(market_id)
    zone, moment = zone_of(market.country), now()
    if faults := gift_faults(draft, market.currency, moment.astimezone(zone).date()):
        raise GiftInvalid(faults)
    code = new_code()
    row = GiftCard(
        owner_id=market_id,
        id=card_id,
        mark=mark_of(market_id, code),
        last=code[-4:],
        sealed=seal(code, about=about_code(market_id, card_id)),
        currency=draft.amount.currency,
        amount_minor=draft.amount.minor,
        state=GIFT_CARD.start,
        design=draft.design,
        to_email=draft.to_email,
        to_name=strip_controls(draft.to_name),
        from_name=strip_controls(draft.from_name),
        words=strip_controls(draft.words),
        language=draft.language,
        buyer_id=buyer_id,
        send_at=send_moment(draft.send_on, zone, moment),
    )
    if GiftCard.objects.filter(owner_id=market_id, id=card_id).exists():
        return False
    GiftCard.objects.bulk_create([row], ignore_conflicts=True)
    mine = GiftCard.objects.filter(owner_id=market_id, id=card_id, mark=row.mark)
    return mine.exists()

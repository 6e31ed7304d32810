"""Send a letter that claims cash to the carrier's mailbox, in his market's language."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.fulfilment.queries import carrier_name
from tijara.domains.markets.queries import market_by_id, zone_of
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import Addressee, LetterLine, LetterWords
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import claim_letter, last_day


@action(power=Power.MESSAGES_SEND)
def send_claim(*, actor: Actor, letter_id: UUID) -> None:
    """Once. It names every parcel; whoever wants the paper gets it from staff."""
    letter = claim_letter(letter_id)
    if letter is None or not letter.sent_to:
        return
    market = market_by_id(letter.market_id)
    named = [LetterLine(one.waybill or one.number, one.asked) for one in letter.parcels]
    total = LetterLine(pgettext_lazy("claim", "Total"), letter.amount, is_sum=True)
    words = LetterWords(
        kind="cash.claim",
        to=Addressee(email=letter.sent_to),
        language=market.languages[0] if market.languages else "ar",
        template="cash/messages/claim.txt",
        facts={
            "number": letter.number,
            "carrier": carrier_name(letter.carrier),
            "total": letter.amount,
            "parcels": len(letter.parcels),
            "day": last_day(letter.answer_by, zone_of(market.country)),
            "note": letter.note,
            "reply": market.papers.email,
        },
        link_to="",
        link_facts={},
        button="",
        footer=_("You receive this because your company carries parcels of %(site)s."),
        lines=(*named, total),
        market_id=letter.market_id,
    )
    write_letter(actor=SYSTEM, owner_id=OPERATOR_ID, key=f"cash.claim:{letter_id}", words=words)

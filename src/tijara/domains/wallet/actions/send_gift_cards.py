"""Write the letters with the codes of gift cards whose day has come."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import Addressee, LetterLine, LetterWords
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.secrets import open_sealed

from ..models import GiftCard
from ..queries import LETTER
from ..rules import LETTER_PATIENCE, about_code
from ..shapes import GiftDesign, GiftState

BANDS = {GiftDesign.NIGHT: "#1b2a63", GiftDesign.EID: "#14503a", GiftDesign.ROSE: "#7a2547"}
"""The face of a card, as its letter wears it."""


@action(power=Power.SYSTEM, atomic=False)
def send_gift_cards(*, actor: Actor, limit: int = 200) -> int:
    """How many. Each once: with its letter its code is wiped here."""
    due = GiftCard.objects.filter(state=GiftState.LIVE, sent_at=None, send_at__lte=now())
    keys = list(due.order_by("send_at").values_list("owner_id", "id")[:limit])
    return sum(_send(market_id, card_id) for market_id, card_id in keys)


def _send(market_id: UUID, card_id: UUID) -> bool:
    with transaction.atomic():
        rows = GiftCard.objects.select_for_update().filter(
            owner_id=market_id, id=card_id, state=GiftState.LIVE, sent_at=None
        )
        card = rows.first()
        if card is None:
            return False
        code = open_sealed(card.sealed, about=about_code(market_id, card_id))
        words = _words(card, code)
        write_letter(actor=SYSTEM, owner_id=market_id, key=f"{words.kind}:{card_id}", words=words)
        GiftCard.objects.filter(owner_id=market_id, id=card_id).update(sent_at=now(), sealed="")
        return True


def _words(card: GiftCard, code: str) -> LetterWords:
    return LetterWords(
        kind="wallet.gift_card",
        to=Addressee(email=card.to_email),
        language=card.language,
        template=LETTER,
        facts={
            "amount": Money(card.amount_minor, card.currency),
            "to_name": card.to_name,
            "from_name": card.from_name,
            "words": card.words,
        },
        link_to="wallet",
        link_facts={},
        button=_("Put it into your wallet"),
        footer=_("Whoever has this code can spend it, once. Keep it like cash."),
        lines=(
            LetterLine(_("Worth"), Money(card.amount_minor, card.currency)),
            LetterLine(_("Code"), code, is_code=True),
        ),
        market_id=card.owner_id,
        band=BANDS[GiftDesign(card.design)],
        secret_until=now() + LETTER_PATIENCE,
    )

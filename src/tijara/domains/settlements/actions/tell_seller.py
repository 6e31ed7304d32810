"""Tell a seller's people of a payout, or that the account he is paid to has changed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.queries import accounts
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.domains.parties.queries import markets_of, members_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action


@action(power=Power.MESSAGES_SEND)
def tell_seller(
    *, actor: Actor, seller_id: UUID, news: str, about_id: UUID, facts: Mapping[str, Any]
) -> None:
    """`news` is a template of this domain; once for each person and what it is about."""
    market_id = markets_of([seller_id])[seller_id]
    for person in accounts(members_of(seller_id)).values():
        if not person.is_active:
            continue
        words = LetterWords(
            kind=f"settlements.{news}",
            to=person.addressee,
            language=person.language,
            template=f"settlements/messages/{news}.txt",
            facts=facts,
            link_to="hub_money",
            link_facts={},
            button=_("Open your account"),
            footer=_("You receive this because you work for this seller on %(site)s."),
            market_id=market_id,
        )
        key = f"{words.kind}:{about_id}:{person.id}"
        write_letter(actor=SYSTEM, owner_id=seller_id, key=key, words=words)

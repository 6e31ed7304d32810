"""Write to those of the operator's staff whom a piece of news concerns."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import STAFF_ROLES, Power
from tijara.platform.action import action

from ..queries import staff


@action(power=Power.MESSAGES_SEND)
def tell_staff(
    *, actor: Actor, news: str, key: str, concerns: Power, about_id: UUID, facts: Mapping[str, Any]
) -> None:
    """`news` is a template of this domain and the name of a link; once for each person and `key`,
    to those who have the power that it `concerns`."""
    for person in staff():
        if concerns not in STAFF_ROLES[person.staff_role]:
            continue
        words = LetterWords(
            kind=f"accounts.{news}",
            to=person.addressee,
            language=person.language,
            template=f"accounts/messages/{news}.txt",
            facts=facts,
            link_to=news,
            link_facts={"id": about_id},
            button=_("Look into it"),
            footer=_("You receive this because you work for the market’s operator."),
        )
        write_letter(actor=SYSTEM, owner_id=person.id, key=f"{key}:{person.id}", words=words)

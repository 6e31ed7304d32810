"""Write to those of a seller's people who keep his webhooks that one was switched off."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.queries import accounts
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import SELLER_ROLES, Power
from tijara.platform.action import action

from ..models import Membership, Seller


@action(power=Power.MESSAGES_SEND)
def tell_of_webhook(
    *, actor: Actor, seller_id: UUID, endpoint_id: UUID, host: str, is_gone: bool, time: int
) -> None:
    """Once for each person and time. An owner who is no seller is none of ours."""
    market_id = Seller.objects.filter(id=seller_id).values_list("market_id", flat=True).first()
    if market_id is None:
        return
    roles = Membership.objects.filter(seller_id=seller_id).values_list("person_id", "role")
    keepers = [id for id, role in roles if Power.WEBHOOKS_MANAGE in SELLER_ROLES[role]]
    for person in accounts(keepers).values():
        if not person.is_active:
            continue
        words = LetterWords(
            kind="parties.webhook_off",
            to=person.addressee,
            language=person.language,
            template="accounts/messages/webhook_off.txt",
            facts={"host": host, "is_gone": is_gone},
            link_to="store_webhook",
            link_facts={"id": endpoint_id},
            button=_("Look into it"),
            footer=_("You receive this because you work for this seller on %(site)s."),
            market_id=market_id,
        )
        key = f"parties.webhook_off:{endpoint_id.hex}:{time}:{person.id}"
        write_letter(actor=SYSTEM, owner_id=seller_id, key=key, words=words)

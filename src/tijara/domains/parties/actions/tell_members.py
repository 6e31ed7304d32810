"""Write to a seller's people that he had to stop selling, or may go on."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.queries import accounts
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Membership, Seller


@action(power=Power.MESSAGES_SEND)
def tell_members(*, actor: Actor, seller_id: UUID, decision_id: UUID) -> None:
    """Once for each person and decision; as it stands now."""
    seller = Seller.objects.get(id=seller_id)
    people = Membership.objects.filter(seller_id=seller_id).values_list("person_id", flat=True)
    for person in accounts(people).values():
        if not person.is_active:
            continue
        words = LetterWords(
            kind="parties.suspension",
            to=person.addressee,
            language=person.language,
            template="parties/messages/suspension.txt",
            facts={"is_active": seller.is_active, "reason": seller.suspended_why},
            link_to="hub",
            link_facts={},
            button=_("Enter your store"),
            footer=_("You receive this because you work for this seller on %(site)s."),
            market_id=seller.market_id,
        )
        key = f"parties.suspension:{decision_id}:{person.id}"
        write_letter(actor=SYSTEM, owner_id=seller_id, key=key, words=words)

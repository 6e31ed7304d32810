"""Write to an applicant what the operator has decided."""

from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.queries import account
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Application


@action(power=Power.MESSAGES_SEND)
def tell_applicant(*, actor: Actor, application: Application) -> None:
    """Once for each application."""
    person = account(application.person_id)
    if person is None:
        return
    is_approved = bool(application.seller_id)
    words = LetterWords(
        kind="stores.application",
        to=person.addressee,
        language=person.language,
        template="stores/messages/application.txt",
        facts={
            "store": application.store_name,
            "reason": application.reason,
            "is_approved": is_approved,
        },
        link_to="hub" if is_approved else "selling",
        link_facts={},
        button=_("Enter your store") if is_approved else _("Open your application"),
        market_id=application.market_id,
    )
    key = f"stores.application:{application.id}"
    write_letter(actor=SYSTEM, owner_id=person.id, key=key, words=words)

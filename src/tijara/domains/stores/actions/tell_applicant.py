"""Write to an applicant what the operator has decided."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from tijara.domains.accounts.queries import account
from tijara.domains.messaging.actions import send_message
from tijara.domains.messaging.shapes import Draft
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
    start = "" if person.language == settings.LANGUAGE_CODE else f"/{person.language}"
    place = "hub" if application.seller_id else "selling"
    facts = {
        "store": f"\u2068{application.store_name}\u2069",
        "reason": f"\u2068{application.reason}\u2069",
        "is_approved": bool(application.seller_id),
        "link": f"{settings.PUBLIC_ADDRESS}{start}{settings.MESSAGE_LINKS[place]}",
    }
    with translation.override(person.language):
        words = render_to_string("stores/messages/application.txt", facts).strip()
    subject, _end, text = words.partition("\n")
    send_message(
        actor=SYSTEM,
        owner_id=person.id,
        key=f"stores.application:{application.id}",
        draft=Draft("stores.application", person.reach, person.language, subject, text.strip()),
    )

"""Give the account another phone or e-mail address, proved by the code that came to it."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils import translation

from tijara.domains.accounts.models import User
from tijara.domains.accounts.rules import column_of
from tijara.domains.markets.queries import site_market, site_name
from tijara.domains.messaging.actions import send_message
from tijara.domains.messaging.shapes import Draft
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import NotAllowed, action

from .check_code import check_code

PURPOSE = "own_recipient"


class RecipientTaken(Refusal):
    """Another account has it. Who holds both may sign in there."""

    code = "accounts.recipient_taken"


@action(power=Power.SIGN_IN, atomic=False)
def change_recipient(
    actor: Actor, *, recipient: str, code: str, market_id: UUID | None = None
) -> None:
    """`recipient` is a tidy e-mail address or an E.164 number; the code was sent for this person
    (`send_code`'s owner). The one that he had before is told, so that nobody loses his account
    unawares, in the name of the market where he has done it."""
    person_id = actor.person_id
    if person_id is None:
        raise NotAllowed(power=Power.SIGN_IN)
    check_code(actor=actor, purpose=PURPOSE, recipient=recipient, code=code, owner_id=person_id)
    column = column_of(recipient)
    try:
        with transaction.atomic():
            person = User.objects.select_for_update().get(id=person_id, is_active=True)
            before = getattr(person, column)
            setattr(person, column, recipient)
            person.save(update_fields=[column])
            if before and before != recipient:
                _tell(person, before, market_id)
    except IntegrityError as error:
        raise RecipientTaken from error


def _tell(person: User, before: str, market_id: UUID | None) -> None:
    with translation.override(person.language):
        told = {"site": site_name(site_market(market_id))}
        words = render_to_string("accounts/messages/recipient_changed.txt", told).strip()
    subject, _end, text = words.partition("\n")
    send_message(
        actor=SYSTEM,
        owner_id=person.id,
        key=f"accounts.recipient_changed:{new_id()}",
        draft=Draft("accounts.recipient_changed", before, person.language, subject, text.strip()),
    )

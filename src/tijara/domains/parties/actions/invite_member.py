"""Ask somebody, by phone or e-mail, to work for a seller."""

from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from tijara.domains.accounts.queries import account_by_recipient
from tijara.domains.messaging.actions import send_message
from tijara.domains.messaging.shapes import Draft
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Invitation, Membership
from ..rules import MOST_INVITATIONS
from ..shapes import Role


class IsMember(Refusal):
    code = "parties.is_member"


class TooManyInvitations(Refusal):
    code = "parties.too_many_invitations"


@action(power=Power.MEMBERS_MANAGE)
def invite_member(
    *, actor: Actor, seller_id: UUID, store: str, recipient: str, role: Role, language: str
) -> None:
    """`recipient` is a tidy e-mail address or an E.164 number; `store` how it is called in the
    message. Asked again, he keeps one invitation, with the new role and a new message a day.

    He joins when he has signed in with that phone or address and says yes.
    """
    person = account_by_recipient(recipient)
    if person and Membership.objects.filter(person_id=person.id, seller_id=seller_id).exists():
        raise IsMember
    if Invitation.objects.filter(seller_id=seller_id).count() >= MOST_INVITATIONS:
        raise TooManyInvitations(most=MOST_INVITATIONS)
    invitation, _ = Invitation.objects.update_or_create(
        seller_id=seller_id,
        recipient=recipient,
        defaults={"role": role, "invited_by": actor.person_id, "invited_at": now()},
    )
    send_message(
        actor=SYSTEM,
        owner_id=seller_id,
        key=f"parties.invitation:{invitation.id}:{now():%Y%m%d}",
        draft=_draft(store, recipient, person.language if person else language),
    )


def _draft(store: str, recipient: str, language: str) -> Draft:
    start = "" if language == settings.LANGUAGE_CODE else f"/{language}"
    facts = {
        "store": f"\u2068{store}\u2069",
        "link": f"{settings.PUBLIC_ADDRESS}{start}{settings.MESSAGE_LINKS['account']}",
    }
    with translation.override(language):
        words = render_to_string("parties/messages/invitation.txt", facts).strip()
    subject, _end, text = words.partition("\n")
    return Draft("parties.invitation", recipient, language, subject, text.strip())

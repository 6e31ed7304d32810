"""Ask somebody, by phone or e-mail, to work for a seller."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.queries import account_by_recipient
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import Addressee, LetterWords
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Invitation, Membership
from ..queries import markets_of
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
    invitation, _is_new = Invitation.objects.update_or_create(
        seller_id=seller_id,
        recipient=recipient,
        defaults={"role": role, "invited_by": actor.person_id, "invited_at": now()},
    )
    words = LetterWords(
        kind="parties.invitation",
        to=Addressee.at(recipient, person.wish if person else ""),
        language=person.language if person else language,
        template="parties/messages/invitation.txt",
        facts={"store": store},
        link_to="account",
        link_facts={},
        button=_("Say yes or no"),
        market_id=markets_of([seller_id])[seller_id],
    )
    key = f"{words.kind}:{invitation.id}:{now():%Y%m%d}"
    write_letter(actor=SYSTEM, owner_id=seller_id, key=key, words=words)

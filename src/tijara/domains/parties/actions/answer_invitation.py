"""Say yes or no to an invitation that came to one's own phone or e-mail."""

from uuid import UUID

from tijara.domains.accounts.queries import account
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Invitation, Membership


class NoSuchInvitation(Refusal):
    """Taken back, answered already, or somebody else's: nobody is told which."""

    code = "parties.no_such_invitation"
    kind = Kind.MISSING


@action(power=Power.SIGN_IN)
def answer_invitation(*, actor: Actor, invitation_id: UUID, accepts: bool) -> UUID:
    """The seller's id. An invitation is answered once: it is gone by it."""
    person = account(actor.person_id) if actor.person_id else None
    mine = [reach for reach in (person.email, person.phone) if reach] if person else []
    asked = Invitation.objects.select_for_update().filter(id=invitation_id, recipient__in=mine)
    found = asked.first()
    if found is None:
        raise NoSuchInvitation
    if accepts:
        Membership.objects.get_or_create(
            person_id=actor.person_id, seller_id=found.seller_id, defaults={"role": found.role}
        )
    found.delete()
    return found.seller_id

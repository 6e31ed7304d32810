"""Change what a person does for a seller."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Membership
from ..shapes import Role


class NoSuchMember(Refusal):
    code = "parties.no_such_member"
    kind = Kind.MISSING


class LastOwner(Refusal):
    """A store without an owner could never have one again."""

    code = "parties.last_owner"


@action(power=Power.MEMBERS_MANAGE)
def change_role(*, actor: Actor, seller_id: UUID, person_id: UUID, role: Role) -> None:
    member = locked_member(seller_id, person_id, leaves_owner=role is not Role.OWNER)
    member.role = role
    member.save(update_fields=["role"])


def locked_member(seller_id: UUID, person_id: UUID, *, leaves_owner: bool) -> Membership:
    """All of the seller's people are locked, so that two owners can't unseat each other."""
    people = list(Membership.objects.select_for_update().filter(seller_id=seller_id).order_by("id"))
    found = next((one for one in people if one.person_id == person_id), None)
    if found is None:
        raise NoSuchMember
    owners = [one for one in people if one.role == Role.OWNER]
    if leaves_owner and owners == [found]:
        raise LastOwner
    return found

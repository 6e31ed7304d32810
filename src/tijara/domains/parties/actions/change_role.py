"""Change what a person does for a seller."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Membership
from ..rules import owners_without
from ..shapes import Role


class NoSuchMember(Refusal):
    code = "parties.no_such_member"
    kind = Kind.MISSING


class LastOwner(Refusal):
    """A store without an owner could never have one again."""

    code = "parties.last_owner"


@action(power=Power.MEMBERS_MANAGE)
def change_role(*, actor: Actor, seller_id: UUID, person_id: UUID, role: Role) -> None:
    people = Membership.objects.locked_people(seller_id)
    if person_id not in people:
        raise NoSuchMember
    if role is not Role.OWNER and owners_without(person_id, people) == 0:
        raise LastOwner
    people[person_id].role = role
    people[person_id].save(update_fields=["role"])

"""Let a person go who worked for a seller. His account stays."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Membership
from ..rules import owners_without
from .change_role import LastOwner, NoSuchMember


@action(power=Power.MEMBERS_MANAGE)
def remove_member(*, actor: Actor, seller_id: UUID, person_id: UUID) -> None:
    """From his next page on he is out."""
    people = Membership.objects.locked_people(seller_id)
    if person_id not in people:
        raise NoSuchMember
    if owners_without(person_id, people) == 0:
        raise LastOwner
    people[person_id].delete()

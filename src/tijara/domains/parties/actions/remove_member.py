"""Let a person go who worked for a seller. His account stays."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from .change_role import locked_member


@action(power=Power.MEMBERS_MANAGE)
def remove_member(*, actor: Actor, seller_id: UUID, person_id: UUID) -> None:
    """From his next page on he is out."""
    locked_member(seller_id, person_id, leaves_owner=True).delete()

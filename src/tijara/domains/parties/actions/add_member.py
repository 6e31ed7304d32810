"""Let a person work for a seller."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Membership, Seller
from ..shapes import Role


class SellerUnknown(Refusal):
    code = "parties.seller_unknown"
    kind = Kind.MISSING


@action(power=Power.SELLERS_MANAGE)
def add_member(*, actor: Actor, person_id: UUID, seller_id: UUID, role: Role = Role.OWNER) -> None:
    """Adding him twice changes nothing."""
    if not Seller.objects.filter(id=seller_id).exists():
        raise SellerUnknown(seller=str(seller_id))
    Membership.objects.get_or_create(
        person_id=person_id, seller_id=seller_id, defaults={"role": role}
    )

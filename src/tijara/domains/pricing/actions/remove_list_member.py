"""A price list is no longer for this customer or company."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import PriceMember
from ..queries import forget_price_lists


@action(power=Power.OFFERS_MANAGE)
def remove_list_member(*, actor: Actor, seller_id: UUID, list_id: UUID, member_id: UUID) -> None:
    PriceMember.objects.filter(seller_id=seller_id, list_id=list_id, id=member_id).delete()
    forget_price_lists()

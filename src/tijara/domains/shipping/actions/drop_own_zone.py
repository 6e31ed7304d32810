"""Treat a region or city like all others again."""

from uuid import UUID

from tijara.domains.parties.queries import seller_terms
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record

from ..events import DeliveryChanged
from ..models import SellerZone
from ..queries import forget_delivery


@action(power=Power.STORE_MANAGE)
def drop_own_zone(*, actor: Actor, seller_id: UUID, place: str) -> None:
    SellerZone.objects.filter(seller_id=seller_id, place=place).delete()
    market_id = seller_terms([seller_id])[seller_id].market_id
    record(seller_id, DeliveryChanged(market_id, seller_id))
    forget_delivery()
    tell_everything()

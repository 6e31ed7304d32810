"""Deliver to a country abroad no longer."""

from uuid import UUID

from tijara.domains.parties.queries import seller_terms
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record

from ..events import DeliveryChanged
from ..models import SellerCountry
from ..queries import forget_delivery


@action(power=Power.STORE_MANAGE)
def drop_own_country(*, actor: Actor, seller_id: UUID, country: str) -> None:
    SellerCountry.objects.filter(seller_id=seller_id, country=country).delete()
    market_id = seller_terms([seller_id])[seller_id].market_id
    record(seller_id, DeliveryChanged(market_id, seller_id))
    forget_delivery()
    tell_everything()

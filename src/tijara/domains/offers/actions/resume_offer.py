"""Put a paused offer back on the shelf."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import OffersChanged
from ..models import Offer
from .change_price import OfferUnknown


@action(power=Power.OFFERS_MANAGE)
def resume_offer(*, actor: Actor, seller_id: UUID, offer_id: UUID) -> None:
    """Resuming what is on the shelf changes nothing."""
    offer = Offer.objects.filter(seller_id=seller_id, id=offer_id)
    product_id = offer.values_list("product_id", flat=True).first()
    if product_id is None:
        raise OfferUnknown(offer=str(offer_id))
    if offer.filter(is_active=False).update(is_active=True):
        record(seller_id, OffersChanged(seller_id, (product_id,)))

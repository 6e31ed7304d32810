"""Take an offer off the shelf for a while."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import OffersChanged
from ..models import Offer
from .change_price import OfferUnknown


@action(power=Power.OFFERS_MANAGE)
def pause_offer(*, actor: Actor, seller_id: UUID, offer_id: UUID) -> None:
    """Pausing what is paused changes nothing."""
    offer = Offer.objects.filter(seller_id=seller_id, id=offer_id)
    product_id = offer.values_list("product_id", flat=True).first()
    if product_id is None:
        raise OfferUnknown(offer=str(offer_id))
    if offer.filter(is_active=True).update(is_active=False):
        record(seller_id, OffersChanged(seller_id, (product_id,)))

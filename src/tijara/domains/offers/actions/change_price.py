"""Change the price of one offer."""

from uuid import UUID

from django.db.models import F

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import OffersChanged
from ..models import Offer
from ..rules.prices import price_fault


class OfferUnknown(Refusal):
    code = "offers.unknown"
    kind = Kind.MISSING


class OfferChangedMeanwhile(Refusal):
    """Someone changed the offer after `version` was read; nothing was overwritten."""

    code = "offers.changed_meanwhile"


class PriceInvalid(Invalid):
    code = "offers.price_invalid"


@action(power=Power.OFFERS_MANAGE)
def change_price(
    *, actor: Actor, seller_id: UUID, offer_id: UUID, price: Money, was: Money | None, version: int
) -> int:
    """The new version. `version` is the one that the seller saw."""
    offer = Offer.objects.filter(seller_id=seller_id, id=offer_id)
    known = offer.values_list("product_id", "currency").first()
    if known is None:
        raise OfferUnknown(offer=str(offer_id))
    product_id, currency = known
    fault = "other_currency" if price.currency != currency else price_fault(price, was)
    if fault:
        raise PriceInvalid({"price": fault})
    changed = offer.filter(version=version).update(
        price_minor=price.minor,
        was_minor=was.minor if was else None,
        version=F("version") + 1,
        updated_at=now(),
    )
    if not changed:
        raise OfferChangedMeanwhile(offer=str(offer_id))
    record(seller_id, OffersChanged(seller_id, (product_id,)))
    return version + 1

"""Say what is different about a seller's delivery to one region or city."""

from dataclasses import asdict
from uuid import UUID

from tijara.domains.geography.queries import is_place
from tijara.domains.markets.queries import market_by_id
from tijara.domains.parties.queries import seller_terms
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record

from ..events import DeliveryChanged
from ..models import SellerZone
from ..queries import forget_delivery
from ..rules import tidy_zone, zone_faults
from ..shapes import Zone


class OwnZoneInvalid(Invalid):
    code = "shipping.own_zone_invalid"


@action(power=Power.STORE_MANAGE)
def set_own_zone(*, actor: Actor, seller_id: UUID, zone: Zone) -> None:
    """The market's limit on the price of a delivery holds for what a far place adds, too."""
    market = market_by_id(seller_terms([seller_id])[seller_id].market_id)
    faults = zone_faults(zone)
    if not is_place(zone.place, market.country):
        faults["place"] = "unknown"
    limit = market.delivery_limit_minor
    if limit is not None and zone.extra_minor > limit:
        faults["extra"] = "over_market_limit"
    if zone.extra_days > market.delivery_limit_days:
        faults["extra_days"] = "over_market_limit"
    if faults:
        raise OwnZoneInvalid(faults)
    values = asdict(tidy_zone(zone))
    SellerZone.objects.update_or_create(
        seller_id=seller_id, place=values.pop("place"), defaults=values
    )
    record(seller_id, DeliveryChanged(market.id, seller_id))
    forget_delivery()
    tell_everything()

"""Say what is different about delivery to one region or city of a market."""

from dataclasses import asdict
from uuid import UUID

from tijara.domains.geography.queries import is_place
from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import MarketZone
from ..queries import forget_delivery
from ..rules import tidy_zone, zone_faults
from ..shapes import Zone


class ZoneInvalid(Invalid):
    code = "shipping.zone_invalid"


@action(power=Power.MARKETS_MANAGE)
def set_market_zone(*, actor: Actor, market_id: UUID, zone: Zone) -> None:
    """Where a market does not go, none of its sellers does."""
    faults = zone_faults(zone)
    if not is_place(zone.place, market_by_id(market_id).country):
        faults["place"] = "unknown"
    if faults:
        raise ZoneInvalid(faults)
    values = asdict(tidy_zone(zone))
    MarketZone.objects.update_or_create(
        market_id=market_id,
        place=values.pop("place"),
        defaults=values,
        create_defaults=values | {"id": new_id()},
    )
    forget_delivery()
    tell_everything()

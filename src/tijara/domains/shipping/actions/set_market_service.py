"""Allow a way of delivery in a market, on these terms; or no longer."""

from dataclasses import asdict
from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record

from ..events import DeliveryChanged
from ..models import MarketService
from ..queries import forget_delivery
from ..rules import service_faults
from ..shapes import DeliveryCode, ServiceTerms


class ServiceInvalid(Invalid):
    code = "shipping.service_invalid"


@action(power=Power.MARKETS_MANAGE)
def set_market_service(*, actor: Actor, market_id: UUID, terms: ServiceTerms) -> None:
    """The standard way's terms are the market's own policy (`markets.open_market`)."""
    market_by_id(market_id)
    faults = service_faults(terms)
    if terms.code in (DeliveryCode.STANDARD, DeliveryCode.ABROAD):
        faults["code"] = "unknown"
    if faults:
        raise ServiceInvalid(faults)
    values = asdict(terms)
    MarketService.objects.update_or_create(
        market_id=market_id,
        code=values.pop("code"),
        defaults=values,
        create_defaults=values | {"id": new_id()},
    )
    record(OPERATOR_ID, DeliveryChanged(market_id, None))
    forget_delivery()
    tell_everything()

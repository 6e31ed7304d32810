"""Deliver to a country abroad, on terms of one's own; or on other ones than before."""

from dataclasses import asdict
from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.domains.parties.queries import seller_terms
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record

from ..events import DeliveryChanged
from ..models import SellerCountry
from ..queries import forget_delivery
from ..rules import service_abroad, service_faults
from ..shapes import CountryTerms


class OwnCountryInvalid(Invalid):
    code = "shipping.own_country_invalid"


@action(power=Power.STORE_MANAGE)
def set_own_country(*, actor: Actor, seller_id: UUID, terms: CountryTerms) -> None:
    """Only where the market delivers. Its limits on price and days are of its own country."""
    market = market_by_id(seller_terms([seller_id])[seller_id].market_id)
    faults = service_faults(service_abroad(terms))
    if terms.country not in market.abroad:
        faults["country"] = "unknown"
    if faults:
        raise OwnCountryInvalid(faults)
    values = asdict(terms)
    SellerCountry.objects.update_or_create(
        seller_id=seller_id, country=values.pop("country"), defaults=values
    )
    record(seller_id, DeliveryChanged(market.id, seller_id))
    forget_delivery()
    tell_everything()

"""A seller's own terms for a way of delivery, within what his market lets him ask."""

from dataclasses import asdict, replace
from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.domains.parties.queries import seller_terms
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record

from ..events import DeliveryChanged
from ..models import SellerService
from ..queries import forget_delivery, market_delivery, seller_delivery
from ..rules import limit_faults, offered_services, service_faults, standard_service
from ..shapes import DeliveryTerms, ServiceTerms


class OwnServiceInvalid(Invalid):
    code = "shipping.own_service_invalid"


class ServiceNotAllowed(Refusal):
    """The market does not have this way of delivery."""

    code = "shipping.service_not_allowed"


class NoWayLeft(Refusal):
    """Without this way nothing of the seller's could reach a buyer."""

    code = "shipping.no_way_left"


@action(power=Power.STORE_MANAGE)
def set_own_service(*, actor: Actor, seller_id: UUID, terms: ServiceTerms) -> None:
    market = market_by_id(seller_terms([seller_id])[seller_id].market_id)
    everyone = market_delivery(market.id)
    allowed = {one.code for one in everyone.services if one.is_offered}
    if terms.code not in allowed | {standard_service(market).code}:
        raise ServiceNotAllowed(service=terms.code)
    tidy = replace(terms, place=strip_controls(terms.place))
    faults = service_faults(tidy) | limit_faults(tidy, market)
    if faults:
        raise OwnServiceInvalid(faults)
    kept = SellerService.objects.select_for_update().filter(seller_id=seller_id)
    list(kept.values_list("id"))
    forget_delivery()
    others = [one for one in seller_delivery(seller_id).services if one.code != tidy.code]
    if not offered_services(market, everyone, DeliveryTerms((*others, tidy))):
        raise NoWayLeft(service=terms.code)
    values = asdict(tidy)
    SellerService.objects.update_or_create(
        seller_id=seller_id, code=values.pop("code"), defaults=values
    )
    record(seller_id, DeliveryChanged(market.id, seller_id))
    forget_delivery()
    tell_everything()

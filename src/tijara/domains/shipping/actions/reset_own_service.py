"""Let the market's terms hold again for one of a seller's ways of delivery."""

from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.domains.parties.queries import seller_terms
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record

from ..events import DeliveryChanged
from ..models import SellerService
from ..queries import forget_delivery, market_delivery, seller_delivery
from ..rules import offered_services
from ..shapes import DeliveryCode, DeliveryTerms


class LastWay(Refusal):
    """Without the seller's own terms for this way, nothing of his could reach a buyer."""

    code = "shipping.last_way"


@action(power=Power.STORE_MANAGE)
def reset_own_service(*, actor: Actor, seller_id: UUID, code: DeliveryCode) -> None:
    market = market_by_id(seller_terms([seller_id])[seller_id].market_id)
    forget_delivery()
    left = tuple(one for one in seller_delivery(seller_id).services if one.code != code)
    if not offered_services(market, market_delivery(market.id), DeliveryTerms(left)):
        raise LastWay(service=code)
    SellerService.objects.filter(seller_id=seller_id, code=code).delete()
    record(seller_id, DeliveryChanged(market.id, seller_id))
    forget_delivery()
    tell_everything()

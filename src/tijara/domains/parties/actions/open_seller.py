"""Take a seller into a market."""

from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Seller
from ..rules import is_vat_number


class SellerInvalid(Invalid):
    code = "parties.seller_invalid"


@action(power=Power.SELLERS_MANAGE)
def open_seller(
    *,
    actor: Actor,
    market_id: UUID,
    legal_name: str,
    vat_number: str = "",
    commission_bp: int | None = None,
    seller_id: UUID | None = None,
) -> UUID:
    """The seller's id: `seller_id` if given (asked again, it changes nothing), else a new one."""
    country = market_by_id(market_id).country
    legal_name = strip_controls(legal_name)
    faults = {}
    if not legal_name or len(legal_name) > 200:
        faults["legal_name"] = "empty" if not legal_name else "too_long"
    if vat_number and not is_vat_number(vat_number, country):
        faults["vat_number"] = "vat_number_invalid"
    if commission_bp is not None and not 0 <= commission_bp <= 10_000:
        faults["commission_bp"] = "out_of_range"
    if faults:
        raise SellerInvalid(faults)
    seller, _ = Seller.objects.get_or_create(
        id=seller_id or new_id(),
        defaults={
            "market_id": market_id,
            "legal_name": legal_name,
            "vat_number": vat_number,
            "commission_bp": commission_bp,
        },
    )
    tell_everything()
    return seller.id

"""Say who a seller is before the law. Papers written from now on say so; those written stay."""

from dataclasses import asdict
from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Seller
from ..rules import checked_identity
from ..shapes import LegalIdentity
from .add_member import SellerUnknown


class IdentityInvalid(Invalid):
    code = "parties.identity_invalid"


@action(power=Power.SELLER_IDENTITY)
def declare_identity(*, actor: Actor, seller_id: UUID, identity: LegalIdentity) -> None:
    """By the seller or by staff. Without a VAT number he writes receipts, no tax invoices."""
    seller = Seller.objects.select_for_update().filter(id=seller_id).first()
    if seller is None:
        raise SellerUnknown(seller=str(seller_id))
    tidy, faults = checked_identity(identity, market_by_id(seller.market_id).country)
    if faults:
        raise IdentityInvalid(faults)
    Seller.objects.filter(id=seller_id).update(**asdict(tidy))
    tell_everything()

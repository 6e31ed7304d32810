"""Change what the law knows of a seller: kind, legal name, numbers, address."""

from dataclasses import asdict
from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Seller
from ..rules import checked_papers
from ..shapes import SellerPapers
from .add_member import SellerUnknown
from .open_seller import SellerInvalid


@action(power=Power.STORE_OWN)
def change_papers(*, actor: Actor, seller_id: UUID, papers: SellerPapers) -> None:
    """Documents that are written from now on show it; those that were, stay."""
    seller = Seller.objects.filter(id=seller_id).first()
    if seller is None:
        raise SellerUnknown(seller=str(seller_id))
    tidy, faults = checked_papers(papers, market_by_id(seller.market_id).country)
    if faults:
        raise SellerInvalid(faults)
    Seller.objects.filter(id=seller_id).update(**asdict(tidy))

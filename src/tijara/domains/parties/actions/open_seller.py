"""Take a seller into a market."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Seller
from ..rules import checked_papers
from ..shapes import PartyKind, SellerPapers


class SellerInvalid(Invalid):
    code = "parties.seller_invalid"


@action(power=Power.SELLERS_MANAGE)
def open_seller(
    *,
    actor: Actor,
    market_id: UUID,
    legal_name: str,
    commission_bp: int | None = None,
    seller_id: UUID | None = None,
    **more: Any,
) -> UUID:
    """The seller's id: `seller_id` if given (asked again, it changes nothing), else a new one.

    `more` may hold the other fields of SellerPapers.
    """
    country = market_by_id(market_id).country
    told = SellerPapers(**({"kind": PartyKind.COMPANY} | more), legal_name=legal_name)
    papers, faults = checked_papers(told, country)
    if commission_bp is not None and not 0 <= commission_bp <= 10_000:
        faults["commission_bp"] = "out_of_range"
    if faults:
        raise SellerInvalid(faults)
    seller, _ = Seller.objects.get_or_create(
        id=seller_id or new_id(),
        defaults={"market_id": market_id, "commission_bp": commission_bp} | asdict(papers),
    )
    return seller.id

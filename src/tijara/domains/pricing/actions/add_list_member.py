"""Name a customer or a company that a price list is for."""

from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.domains.parties.queries import identity_faults, seller_terms
from tijara.domains.parties.shapes import LegalIdentity
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import PriceList, PriceMember
from ..queries import forget_price_lists
from ..shapes import Member
from .save_price_list import PriceListUnknown


class MemberInvalid(Invalid):
    code = "pricing.member_invalid"


@action(power=Power.OFFERS_MANAGE)
def add_list_member(*, actor: Actor, seller_id: UUID, list_id: UUID, member: Member) -> None:
    """The same one again changes nothing. A VAT number is checked by the country's rule."""
    if not PriceList.objects.filter(seller_id=seller_id, id=list_id).exists():
        raise PriceListUnknown()
    vat_number = member.vat_number
    if member.buyer_id is None:
        country = market_by_id(seller_terms([seller_id])[seller_id].market_id).country
        told = LegalIdentity(member.label or vat_number, vat_number, "", "")
        tidy, wrong = identity_faults(told, country)
        if not vat_number or "vat_number" in wrong:
            raise MemberInvalid({"vat_number": wrong.get("vat_number", "required")})
        vat_number = tidy.vat_number
    PriceMember.objects.bulk_create(
        [
            PriceMember(
                seller_id=seller_id,
                id=member.id,
                list_id=list_id,
                buyer_id=member.buyer_id,
                vat_number=vat_number if member.buyer_id is None else "",
                label=(member.label or vat_number)[:120],
            )
        ],
        ignore_conflicts=True,
    )
    forget_price_lists()

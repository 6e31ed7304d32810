"""Say who a seller is before the law. Papers written from now on say so; those written stay."""

from dataclasses import asdict
from uuid import UUID

from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import Actor
from tijara.kit.arabic import ascii_digits, strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Seller
from ..rules import is_registration_number, is_vat_number
from ..shapes import LegalIdentity, PartyKind
from .add_member import SellerUnknown

LONGEST = {"legal_name": 200, "address": 300}


class IdentityInvalid(Invalid):
    code = "parties.identity_invalid"


@action(power=Power.SELLER_IDENTITY)
def declare_identity(*, actor: Actor, seller_id: UUID, identity: LegalIdentity) -> None:
    """By the seller or by staff. Without a VAT number he writes receipts, no tax invoices."""
    seller = Seller.objects.select_for_update().filter(id=seller_id).first()
    if seller is None:
        raise SellerUnknown(seller=str(seller_id))
    tidy = _tidy(identity)
    if faults := _faults(tidy, market_by_id(seller.market_id).country):
        raise IdentityInvalid(faults)
    Seller.objects.filter(id=seller_id).update(**asdict(tidy))


def _tidy(identity: LegalIdentity) -> LegalIdentity:
    return LegalIdentity(
        legal_name=strip_controls(identity.legal_name),
        vat_number=_number(identity.vat_number),
        registration_number=_number(identity.registration_number),
        address=strip_controls(identity.address),
        kind=PartyKind(identity.kind),
    )


def _number(typed: str) -> str:
    return ascii_digits(strip_controls(typed)).replace(" ", "").upper()


def _faults(identity: LegalIdentity, country: str) -> dict[str, str]:
    faults = {
        field: "too_long" for field, most in LONGEST.items() if len(getattr(identity, field)) > most
    }
    if not identity.legal_name:
        faults["legal_name"] = "required"
    if identity.vat_number and not is_vat_number(identity.vat_number, country):
        faults["vat_number"] = "vat_number_invalid"
    if identity.vat_number and not identity.address:
        faults["address"] = "needed_on_invoices"
    if identity.registration_number and not is_registration_number(identity.registration_number):
        faults["registration_number"] = "registration_number_invalid"
    return faults

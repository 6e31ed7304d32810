"""Who takes part in the trade: customers, sellers, and the people who work for them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class PartyKind(StrEnum):
    """What the law takes a customer or a seller for."""

    PERSON = "person"
    COMPANY = "company"
    AGENCY = "agency"


class Role(StrEnum):
    """What a person does for a seller. Its powers: `tijara.kit.powers.SELLER_ROLES`."""

    OWNER = "owner"
    MANAGER = "manager"
    CLERK = "clerk"


@dataclass(frozen=True, slots=True)
class SellerTerms:
    """`commission_bp` is his own rate or, where he has none, None: the market's."""

    id: UUID
    market_id: UUID
    legal_name: str
    vat_number: str
    commission_bp: int | None
    is_active: bool


@dataclass(frozen=True, slots=True)
class SellerFile:
    """What the operator keeps of a seller besides his terms."""

    terms: SellerTerms
    joined_at: datetime
    suspended_at: datetime | None
    suspended_why: str


@dataclass(frozen=True, slots=True)
class LegalIdentity:
    """Who a seller is before the law: what his papers say. Empty: not declared."""

    legal_name: str
    vat_number: str = ""
    registration_number: str = ""
    """In the commercial register."""
    address: str = ""
    kind: PartyKind = PartyKind.COMPANY


@dataclass(frozen=True, slots=True)
class Member:
    person_id: UUID
    seller_id: UUID
    role: Role
    joined_at: datetime


@dataclass(frozen=True, slots=True)
class SavedAddress:
    """An address in a buyer's book. `fields` are those of an order's address, by their names."""

    id: UUID
    label: str
    country: str
    fields: dict[str, str]
    is_default: bool


@dataclass(frozen=True, slots=True)
class RegisteredAddress:
    """Where a company is registered, in the parts that invoices must tell. `extra` is Saudi
    Arabia's additional number; `region` an emirate's letters or a governorate."""

    building: str = ""
    street: str = ""
    district: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    extra: str = ""

    def __str__(self) -> str:
        where = " ".join(filter(None, (self.building, self.street)))
        town = " ".join(filter(None, (self.city, self.postcode)))
        return "، ".join(filter(None, (where, self.district, town, self.region)))


@dataclass(frozen=True, slots=True)
class AddressPart:
    """How a part of a registered address is asked for in a country. `digits`: exactly so many;
    `choices`: one of these."""

    name: str
    is_needed: bool = True
    digits: int = 0
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CustomerPapers:
    """Whom a buyer buys for. `agency_code` is a public body's number in its state's register."""

    kind: PartyKind = PartyKind.PERSON
    legal_name: str = ""
    vat_number: str = ""
    registration_number: str = ""
    agency_code: str = ""
    address: str = ""
    """In one line, as it was given before its parts were asked for."""
    place: RegisteredAddress = RegisteredAddress()


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    id: UUID
    seller_id: UUID
    recipient: str
    role: Role
    invited_at: datetime

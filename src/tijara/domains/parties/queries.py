"""Sellers' terms, and who works for whom."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from tijara.domains.accounts.queries import account
from tijara.domains.messaging.shapes import Addressee
from tijara.kit.page import Page
from tijara.kit.recent import RecentOf
from tijara.platform.prepared import prepared

from .models import Buyer, Customer, Invitation, KeptOrder, Membership, SavedAddress, Seller
from .rules import address_parts, checked_identity, checked_place, place_in
from .shapes import (
    AddressPart,
    CustomerPapers,
    LegalIdentity,
    Member,
    OpenInvitation,
    PartyKind,
    RegisteredAddress,
    Role,
    SellerFile,
    SellerTerms,
)
from .shapes import SavedAddress as SavedAddressShape

TERMS = ("id", "market_id", "legal_name", "vat_number", "commission_bp", "is_active")
IDENTITY = ("id", "legal_name", "vat_number", "registration_number", "address", "kind")
MEMBER = ("person_id", "seller_id", "role", "joined_at")
PAPERS = (
    "kind", "legal_name", "vat_number", "registration_number", "agency_code", "address",
    "place",
)  # fmt: skip
BOOK = ("id", "label", "country", "fields", "is_default")
TERMS_OF = """
    SELECT id, market_id, legal_name, vat_number, commission_bp, is_active
    FROM party_seller WHERE id = ANY(%s)
"""
PERSON = "SELECT person_id FROM party_buyer WHERE buyer_id = %s"
MEMBERS = "SELECT person_id FROM party_membership WHERE seller_id = %s ORDER BY id"


def seller_terms(seller_ids: Iterable[UUID]) -> dict[UUID, SellerTerms]:
    with connection.cursor() as cursor:
        cursor.execute(TERMS_OF, [list(seller_ids)])
        return {row[0]: SellerTerms(*row) for row in cursor.fetchall()}


def recent_terms(seller_ids: Iterable[UUID]) -> dict[UUID, SellerTerms]:
    """As they stood some seconds ago at most, like their shop windows; whoever changes them tells
    the web processes of it. For baskets: what is decided about a seller reads `seller_terms`."""
    return _terms.get(seller_ids)


def legal_identities(seller_ids: Iterable[UUID]) -> dict[UUID, LegalIdentity]:
    return {id: LegalIdentity(*told) for id, *told in _identities(list(seller_ids))}


def markets_of(seller_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """The market of each seller. He never leaves it: it is kept in the process."""
    return _markets.get(seller_ids)


def who_charges_vat(seller_ids: Iterable[UUID]) -> set[UUID]:
    """Those who have a VAT number: only in their prices is any. Kept for some seconds."""
    return {seller_id for seller_id, charges in _charging.get(seller_ids).items() if charges}


def all_sellers() -> list[SellerTerms]:
    """In the order they joined."""
    return [SellerTerms(*row) for row in Seller.objects.order_by("id").values_list(*TERMS)]


def selling_in(market_id: UUID, page: int = 1, size: int = 60) -> Page[SellerTerms]:
    """Those who may sell there, in the order they joined: for everybody, so asked once a minute."""
    listed = _selling.get([(market_id, page, size)])[market_id, page, size]
    return Page(listed[:size], page, size, has_next=len(listed) > size)


def sellers(
    *,
    text: str = "",
    ids: Iterable[UUID] = (),
    is_active: bool | None = None,
    page: int = 1,
    size: int = 50,
) -> Page[SellerTerms]:
    """In the order they joined, a page at a time. `text` is a part of the name before the law or
    the start of its VAT number; those of `ids` match too."""
    start = (page - 1) * size
    rows = Seller.objects.order_by("id")
    if text:
        by_text = Q(legal_name__icontains=text) | Q(vat_number__startswith=text)
        rows = rows.filter(by_text | Q(id__in=list(ids)))
    if is_active is not None:
        rows = rows.filter(is_active=is_active)
    listed = [SellerTerms(*row) for row in rows.values_list(*TERMS)[start : start + size + 1]]
    return Page(listed[:size], page, size, has_next=len(listed) > size)


def seller_file(seller_id: UUID) -> SellerFile | None:
    rows = Seller.objects.filter(id=seller_id)
    row = rows.values_list(*TERMS, "joined_at", "suspended_at", "suspended_why").first()
    return SellerFile(SellerTerms(*row[:6]), *row[6:]) if row else None


def active_sellers(seller_ids: Iterable[UUID]) -> set[UUID]:
    """Those of them who may sell."""
    rows = Seller.objects.filter(id__in=list(seller_ids), is_active=True)
    return set(rows.values_list("id", flat=True))


def joined_since(seller_ids: Iterable[UUID], moment: datetime) -> set[UUID]:
    """Those of them who have come since then."""
    rows = Seller.objects.filter(id__in=list(seller_ids), joined_at__gte=moment)
    return set(rows.values_list("id", flat=True))


def sellers_suspended() -> int:
    return Seller.objects.filter(is_active=False).count()


def sellers_of(person_id: UUID) -> list[UUID]:
    """The sellers a person works for, the first he joined first."""
    return list(
        Membership.objects.filter(person_id=person_id)
        .order_by("id")
        .values_list("seller_id", flat=True)
    )


def members_of(seller_id: UUID) -> list[UUID]:
    """The people who work for a seller, the first who joined first."""
    with connection.cursor() as cursor:
        cursor.execute(MEMBERS, [seller_id])
        return [person_id for (person_id,) in cursor.fetchall()]


def member_of(person_id: UUID, seller_id: UUID) -> Member | None:
    """What a person is to a seller, if anything."""
    found = Membership.objects.filter(person_id=person_id, seller_id=seller_id)
    row = found.values_list(*MEMBER).first()
    return _member(*row) if row else None


def memberships(seller_id: UUID) -> list[Member]:
    """The people who work for a seller with their roles, the first who joined first."""
    rows = Membership.objects.filter(seller_id=seller_id).order_by("id")
    return [
        _member(*row) for row in rows.values_list("person_id", "seller_id", "role", "joined_at")
    ]


def roles_of(person_id: UUID) -> dict[UUID, Role]:
    """The sellers a person works for with his role, the first he joined first."""
    rows = Membership.objects.filter(person_id=person_id).order_by("id")
    return {seller_id: Role(role) for seller_id, role in rows.values_list("seller_id", "role")}


def addressee_of_buyer(buyer_id: UUID, *, email: str, phone: str) -> Addressee:
    """How to tell a buyer of a purchase at which he left `email` and `phone`, either may be empty.

    A guest is told there. Who has an account and a wish is told at his own addresses alone: what
    he left may be of who receives his present. Without a wish, at what he left, else at his own.
    """
    person_id = person_of_buyer(buyer_id)
    person = account(person_id) if person_id else None
    if person is None or not person.is_active:
        return Addressee(email, phone)
    if person.wish:
        return Addressee(person.email, person.phone, person.wish)
    return Addressee(email or person.email, phone or person.phone)


def addresses(buyer_id: UUID) -> list[SavedAddressShape]:
    """A buyer's book: the usual one first, then the last saved first."""
    rows = SavedAddress.objects.filter(buyer_id=buyer_id).order_by("-is_default", "-saved_at")
    return [SavedAddressShape(*row) for row in rows.values_list(*BOOK)]


def saved_address(buyer_id: UUID, address_id: UUID) -> SavedAddressShape | None:
    found = SavedAddress.objects.filter(buyer_id=buyer_id, id=address_id).values_list(*BOOK).first()
    return SavedAddressShape(*found) if found else None


def company_address_parts(country: str) -> tuple[AddressPart, ...]:
    """What a company there tells of where it is registered, in the order that it is asked."""
    return address_parts(country)


def place_faults(told: RegisteredAddress, country: str) -> tuple[RegisteredAddress, dict[str, str]]:
    """As it would be kept of a company of that country, and what is wrong: a code by part."""
    return checked_place(told, country)


def place_told(seller_id: UUID) -> RegisteredAddress:
    """Where he says that he is, in parts as far as they can be told: to be looked over."""
    identity = legal_identities([seller_id]).get(seller_id)
    return place_in(identity.address if identity else "")


def identity_faults(told: LegalIdentity, country: str) -> tuple[LegalIdentity, dict[str, str]]:
    """As it would be kept of a seller of that country, and what is wrong: a code by field."""
    return checked_identity(told, country)


def person_of_buyer(buyer_id: UUID) -> UUID | None:
    """Whose id this is; None, a guest's whom nobody has adopted."""
    with connection.cursor() as cursor:
        cursor.execute(PERSON, [buyer_id])
        row = cursor.fetchone()
    return row[0] if row else None


def home_of_buyer(buyer_id: UUID) -> UUID | None:
    """The own id of the person whose id this is; None for a guest."""
    person_id = person_of_buyer(buyer_id)
    return next((id for (id,) in _homes(person_id)), None) if person_id else None


def people_of_buyers(buyer_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Whose ids these are; guests are not among them."""
    rows = Buyer.objects.filter(buyer_id__in=list(buyer_ids))
    return dict(rows.values_list("buyer_id", "person_id"))


def own_buyers_of(person_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """The own buyer's id of each of these people who has one."""
    mine = Buyer.objects.filter(person_id__in=list(person_ids), is_home=True)
    return dict(mine.values_list("person_id", "buyer_id"))


def buyers_of(person_id: UUID) -> list[UUID]:
    """All ids under which a person has bought, his own first."""
    mine = Buyer.objects.filter(person_id=person_id).order_by("-is_home", "since")
    return list(mine.values_list("buyer_id", flat=True))


def kept_orders(person_id: UUID) -> list[tuple[UUID, UUID]]:
    """(seller, order) of the orders that he put among his own, the last first."""
    kept = KeptOrder.objects.filter(person_id=person_id).order_by("-kept_at")[:200]
    return list(kept.values_list("seller_id", "order_id"))


def customer(buyer_id: UUID) -> CustomerPapers:
    """Whom he buys for; himself, if he said nothing."""
    row = Customer.objects.filter(buyer_id=buyer_id).values_list(*PAPERS).first()
    if row is None:
        return CustomerPapers()
    told = dict(zip(PAPERS, row, strict=True))
    place = RegisteredAddress(**told["place"])
    return CustomerPapers(**told | {"kind": PartyKind(told["kind"]), "place": place})


def invitations_of(seller_id: UUID) -> list[OpenInvitation]:
    """Those of a seller that wait for an answer, the newest first."""
    return _invitations(Invitation.objects.filter(seller_id=seller_id))


def invitations_to(recipients: Iterable[str]) -> list[OpenInvitation]:
    """Those that came to a person's phone or e-mail and wait for his answer."""
    return _invitations(Invitation.objects.filter(recipient__in=list(recipients)))


def _invitations(found: QuerySet) -> list[OpenInvitation]:
    rows = found.order_by("-invited_at").values_list(
        "id", "seller_id", "recipient", "role", "invited_at"
    )
    return [OpenInvitation(row[0], row[1], row[2], Role(row[3]), row[4]) for row in rows]


@prepared
def _identities(seller_ids: list[UUID]) -> QuerySet:
    return Seller.objects.filter(id__among=seller_ids).values_list(*IDENTITY)


@prepared
def _homes(person_id: UUID) -> QuerySet:
    return Buyer.objects.filter(person_id=person_id, is_home=True).values_list("buyer_id")


def _member(person_id: UUID, seller_id: UUID, role: str, joined_at: datetime) -> Member:
    return Member(person_id, seller_id, Role(role), joined_at)


def _load_markets(seller_ids: set[UUID]) -> dict[UUID, UUID]:
    found = Seller.objects.filter(id__in=seller_ids)
    return dict(found.values_list("id", "market_id"))


_markets = RecentOf(_load_markets, seconds=300)


def _load_charging(seller_ids: set[UUID]) -> dict[UUID, bool]:
    found = Seller.objects.filter(id__in=seller_ids).values_list("id", "vat_number")
    return {id: bool(number) for id, number in found}


_charging = RecentOf(_load_charging, seconds=30)
_terms = RecentOf[UUID, SellerTerms](seller_terms, seconds=5)


def _load_selling(asked: set[tuple[UUID, int, int]]) -> dict:
    return {
        (market_id, page, size): [
            SellerTerms(*row)
            for row in Seller.objects.filter(market_id=market_id, is_active=True)
            .order_by("id")
            .values_list(*TERMS)[(page - 1) * size : page * size + 1]
        ]
        for market_id, page, size in asked
    }


_selling = RecentOf(_load_selling, seconds=60)

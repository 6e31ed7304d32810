"""Units that write electronic documents, and the authorities that they write for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from uuid import UUID

from tijara.domains.markets.queries import country_profile, market_by_id
from tijara.domains.parties.queries import legal_identities, seller_terms
from tijara.domains.stores.queries import stores
from tijara.kit.en16931 import SemanticInvoice, broken_rules
from tijara.kit.rebuilding import rebuild
from tijara.platform.providers import connected_with, load, names
from tijara.platform.secrets import SealBroken, open_sealed

from ..models import Unit
from ..ports import InvoiceAuthority
from ..rules import about_unit, operator_of
from ..shapes import (
    Applicant,
    AuthorityField,
    FactAsked,
    Issuer,
    Remark,
    UnitFacts,
    UnitState,
    UnitView,
    Wording,
)

PORT = "invoice_authorities"
COLUMNS = (
    "seller_id", "id", "authority", "state", "facts", "fields", "counter", "kept_at", "expires_at",
    "trouble",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pen:
    """A unit with what it needs to write: for whom, and with which keys."""

    unit: UnitView
    authority: InvoiceAuthority
    keys: Mapping[str, str]


def authorities_of(country: str) -> list[str]:
    """Those that a country's profile asks for, of the ones that are installed."""
    profile = country_profile(country)
    regime = profile.e_invoicing.regime if profile.e_invoicing else ""
    return [name for name in names(PORT) if regime and load(PORT, name).regime == regime]


def authority_fields(name: str) -> list[AuthorityField]:
    """What staff choose for a unit; the rest is the machine's settings."""
    return [
        AuthorityField(one.name, tuple(one.metadata["choices"]))
        for one in fields(load(PORT, name).Settings)
        if "choices" in one.metadata
    ]


def authority_asks(name: str) -> tuple[str, ...]:
    """What enrolling takes: a one-time code, credentials."""
    return load(PORT, name).asks


def authority_facts(name: str) -> tuple[FactAsked, ...]:
    """What it wants to know of a unit, in the order of its form."""
    return load(PORT, name).facts


def authority_title(name: str) -> Wording:
    """What it is called; of one that is not installed any more, its name is all there is."""
    is_here = name in names(PORT)
    return load(PORT, name).title if is_here else Wording(name, name, name)


def rule_wording(name: str, rule: str) -> Wording | None:
    """What a rule means by its authority's own words; None: it has none for it."""
    if name not in names(PORT):
        return None
    told = load(PORT, name)
    start, family = told.family
    return told.rules.get(rule) or (family if rule.startswith(start) else None)


def authority_called(name: str, chosen: Mapping[str, str]) -> InvoiceAuthority:
    return connected_with(PORT, name, tuple(sorted(chosen.items())))


def country_of_seller(seller_id: UUID) -> str:
    """Or of a market, whose operator files his own papers under its id."""
    terms = seller_terms([seller_id]).get(seller_id)
    return market_by_id(terms.market_id if terms else seller_id).country


def issuer_of(seller_id: UUID) -> Issuer:
    """The seller, or a market's operator, as he stands before the law now."""
    identity = legal_identities([seller_id]).get(seller_id)
    if identity is None:
        return operator_of(market_by_id(seller_id))
    store = stores([seller_id]).get(seller_id)
    return Issuer(
        legal_name=identity.legal_name,
        vat_number=identity.vat_number,
        registration_number=identity.registration_number,
        address=identity.address,
        store_ar=store.name_ar if store else identity.legal_name,
        store_en=store.name_en if store else "",
    )


def applicant_of(seller_id: UUID, unit_id: UUID, facts: UnitFacts) -> Applicant:
    """Who enrols, as he stands before the law now."""
    issuer = issuer_of(seller_id)
    return Applicant(
        unit=unit_id,
        legal_name=issuer.legal_name,
        vat_number=issuer.vat_number,
        registration=issuer.registration_number,
        country=country_of_seller(seller_id),
        facts=facts,
    )


def unit_of(seller_id: UUID) -> UnitView | None:
    """The one that lives: begun or ready."""
    rows = Unit.objects.filter(seller_id=seller_id).exclude(state=UnitState.WITHDRAWN)
    return next((_view(row) for row in rows.values_list(*COLUMNS)), None)


def units() -> list[UnitView]:
    """Of all sellers, those that live, for staff; what needs a hand first."""
    rows = Unit.objects.exclude(state=UnitState.WITHDRAWN).order_by("-trouble", "state", "kept_at")
    return [_view(row) for row in rows.values_list(*COLUMNS)]


def pens(keys: set[tuple[UUID, UUID]]) -> dict[UUID, Pen]:
    """By unit id, of (seller id, unit id); one whose keys nothing opens is not among them."""
    rows = Unit.objects.filter(
        seller_id__in={seller for seller, _ in keys}, id__in={unit for _, unit in keys}
    )
    found = {}
    for *told, sealed in rows.values_list(*COLUMNS, "sealed"):
        unit = _view(tuple(told))
        try:
            opened = json.loads(open_sealed(sealed, about=about_unit(unit.id)))
        except SealBroken:
            continue
        found[unit.id] = Pen(unit, authority_called(unit.authority, unit.fields), opened)
    return found


def rules_broken(authority: InvoiceAuthority, invoice: SemanticInvoice) -> tuple[Remark, ...]:
    """The standard's rules and the authority's own: none, and it may have a number."""
    found = broken_rules(invoice) + authority.faults(invoice)
    return tuple(Remark(one.rule, one.about) for one in found)


def _view(row: tuple) -> UnitView:
    told = dict(zip(COLUMNS, row, strict=True))
    return UnitView(
        **{
            **told,
            "state": UnitState(told["state"]),
            "facts": rebuild(UnitFacts, told["facts"]),
        }
    )

"""A market's rules of commission, and what they take of a sale."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from tijara.domains.catalogue.queries import brand_names, categories, names_of
from tijara.domains.markets.queries import commission_vat_bp
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.stores.queries import stores
from tijara.kit.recent import Recent

from .models import Rule
from .rules import commissions_of, deciding, miss_of
from .shapes import (
    Commission,
    CommissionRule,
    CommissionTerms,
    LimitsFor,
    NamedRule,
    SoldLine,
    Tried,
)

SOON = 30
TERMS = (
    "label", "rate_bp", "fixed_minor", "floor_minor", "cap_minor", "limits_for", "seller_id",
    "category_id", "brand_id", "product_id", "price_from_minor", "price_below_minor", "starts_on",
    "ends_on",
)  # fmt: skip


def commission_rules(market_id: UUID) -> tuple[CommissionRule, ...]:
    """In their order, as they are now: for the desk that changes them."""
    rows = Rule.objects.filter(market_id=market_id, ended_at=None).order_by("place")
    return tuple(_rules(rows))


def rules_by_id(rule_ids: Iterable[UUID]) -> dict[UUID, CommissionRule]:
    """Ended ones too: sales point at them."""
    return {one.id: one for one in _rules(Rule.objects.filter(id__in=list(rule_ids)))}


def named_rules(rules: Sequence[CommissionRule]) -> list[NamedRule]:
    """In their order, with the names of what they speak of."""
    known = stores(_ids(one.terms.seller_id for one in rules))
    nodes = {one.id: one for one in categories()}
    brands = brand_names(_ids(one.terms.brand_id for one in rules))
    products = names_of(_ids(one.terms.product_id for one in rules))
    return [
        NamedRule(
            rule=one,
            store=known.get(one.terms.seller_id) if one.terms.seller_id else None,
            department=nodes.get(one.terms.category_id) if one.terms.category_id else None,
            brand=brands.get(one.terms.brand_id) if one.terms.brand_id else None,
            product=products.get(one.terms.product_id) if one.terms.product_id else None,
        )
        for one in rules
    ]


def _ids(found: Iterable[UUID | None]) -> set[UUID]:
    return {one for one in found if one}


def commissions(
    market: MarketPolicy, own_bp: int | None, lines: Sequence[SoldLine], on: date
) -> list[Commission]:
    """Of each line of one seller's order. Nothing is asked of the database: rules are known here
    for half a minute."""
    return commissions_of(
        _known.get().get(market.id, ()),
        lines,
        on,
        otherwise_bp=market.commission_bp if own_bp is None else own_bp,
        vat_bp=commission_vat_bp(market, on),
    )


def tried(market: MarketPolicy, own_bp: int | None, line: SoldLine, on: date) -> Tried:
    """The same function, and why the rules above did not fit."""
    rules = commission_rules(market.id)
    rule = deciding(rules, line, on)
    (taken,) = commissions_of(
        rules,
        [line],
        on,
        otherwise_bp=market.commission_bp if own_bp is None else own_bp,
        vat_bp=commission_vat_bp(market, on),
    )
    above = rules[: rules.index(rule)] if rule else rules
    missed = [(one, miss) for one in above if (miss := miss_of(one, line, on))]
    return Tried(taken, tuple(missed), rule)


def forget_commission_rules() -> None:
    _known.forget()


def _load() -> dict[UUID, tuple[CommissionRule, ...]]:
    found: dict[UUID, tuple[CommissionRule, ...]] = {}
    for one in _rules(Rule.objects.filter(ended_at=None).order_by("market_id", "place")):
        found[one.market_id] = (*found.get(one.market_id, ()), one)
    return found


def _rules(rows: QuerySet) -> list[CommissionRule]:
    told = list(rows.values_list("id", "market_id", "place", "ended_at", *TERMS))
    paths = {node.id: node.path for node in categories()} if told else {}
    return [_rule(paths, *row) for row in told]


def _rule(
    paths: dict[UUID, str], id: UUID, market_id: UUID, place: int, ended: datetime | None, *told
) -> CommissionRule:
    given = dict(zip(TERMS, told, strict=True))
    given["limits_for"] = LimitsFor(given["limits_for"])
    terms = CommissionTerms(**given)
    path = paths.get(terms.category_id, "") if terms.category_id else ""
    return CommissionRule(id, market_id, place, terms, path, is_ended=ended is not None)


_known = Recent(_load, SOON)

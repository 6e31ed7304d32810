"""Which rule decides a line, and what it takes of it: docs/algorithms/commission.md."""

from collections.abc import Sequence
from datetime import date

from tijara.kit.money import allocate, round_half_up

from .shapes import Commission, CommissionRule, CommissionTerms, LimitsFor, Miss, SoldLine

BASIS = 10_000
MOST_MINOR = 10**12
LONGEST_LABEL = 80


def miss_of(rule: CommissionRule, line: SoldLine, on: date) -> Miss | None:
    """None: it fits."""
    told = rule.terms
    looks = (
        (Miss.NOT_YET, told.starts_on is None or told.starts_on <= on),
        (Miss.OVER, told.ends_on is None or on <= told.ends_on),
        (Miss.SELLER, told.seller_id in (None, line.seller_id)),
        (Miss.DEPARTMENT, told.category_id is None or _is_in(rule.category_path, line)),
        (Miss.BRAND, told.brand_id is None or told.brand_id == line.brand_id),
        (Miss.PRODUCT, told.product_id in (None, line.product_id)),
        (Miss.PRICE, _costs_so(told, line.unit_minor)),
    )
    return next((miss for miss, is_so in looks if not is_so), None)


def deciding(rules: Sequence[CommissionRule], line: SoldLine, on: date) -> CommissionRule | None:
    """The first that fits."""
    return next((rule for rule in rules if miss_of(rule, line, on) is None), None)


def commissions_of(
    rules: Sequence[CommissionRule],
    lines: Sequence[SoldLine],
    on: date,
    *,
    otherwise_bp: int,
    vat_bp: int,
) -> list[Commission]:
    """Of each line of one order. `otherwise_bp` is taken where no rule fits."""
    found = [deciding(rules, line, on) for line in lines]
    takes = [_of_line(rule, line, otherwise_bp) for rule, line in zip(found, lines, strict=True)]
    for rule in {rule.id: rule for rule in found if rule}.values():
        if rule.terms.limits_for is LimitsFor.ORDER:
            places = [place for place, one in enumerate(found) if one and one.id == rule.id]
            limited = _limited_together(
                rule.terms, [takes[at] for at in places], [lines[at].base_minor for at in places]
            )
            for at, minor in zip(places, limited, strict=True):
                takes[at] = minor
    return [
        _within(minor, line.base_minor, vat_bp, rule, otherwise_bp)
        for minor, line, rule in zip(takes, lines, found, strict=True)
    ]


def terms_faults(terms: CommissionTerms) -> dict[str, str]:
    """A code by field; empty, the rule can be kept."""
    faults = {}
    if not 0 <= terms.rate_bp <= BASIS:
        faults["rate"] = "no_share"
    amounts = {
        "fixed": terms.fixed_minor,
        "floor": terms.floor_minor,
        "cap": terms.cap_minor,
        "price_from": terms.price_from_minor,
        "price_below": terms.price_below_minor,
    }
    for name, minor in amounts.items():
        if minor is not None and not 0 <= minor <= MOST_MINOR:
            faults[name] = "outside_limits"
    if terms.cap_minor is not None and terms.cap_minor < terms.floor_minor:
        faults.setdefault("cap", "below_the_least")
    if (terms.price_below_minor or MOST_MINOR) <= (terms.price_from_minor or 0):
        faults.setdefault("price_below", "below_the_least")
    if terms.starts_on and terms.ends_on and terms.ends_on < terms.starts_on:
        faults["ends_on"] = "before_it_begins"
    if len(terms.label) > LONGEST_LABEL:
        faults["label"] = "too_long"
    return faults


def _is_in(path: str, line: SoldLine) -> bool:
    """A department that is gone holds nothing."""
    return bool(path) and f"{line.category_path}/".startswith(f"{path}/")


def _costs_so(terms: CommissionTerms, unit_minor: int) -> bool:
    from_minor, below = terms.price_from_minor, terms.price_below_minor
    return (from_minor is None or from_minor <= unit_minor) and (
        below is None or unit_minor < below
    )


def _of_line(rule: CommissionRule | None, line: SoldLine, otherwise_bp: int) -> int:
    if rule is None:
        return round_half_up(line.base_minor * otherwise_bp, BASIS)
    terms = rule.terms
    minor = round_half_up(line.base_minor * terms.rate_bp, BASIS)
    minor += terms.fixed_minor * line.quantity
    return _limited(terms, minor) if terms.limits_for is LimitsFor.LINE else minor


def _limited(terms: CommissionTerms, minor: int) -> int:
    capped = minor if terms.cap_minor is None else min(minor, terms.cap_minor)
    return max(capped, terms.floor_minor)


def _limited_together(terms: CommissionTerms, takes: list[int], bases: list[int]) -> list[int]:
    """What a limit adds or takes off is spread by what the lines came to, else by their bases."""
    whole = sum(takes)
    limited = _limited(terms, whole)
    if limited == whole:
        return takes
    weights = takes if whole else bases if sum(bases) else [1] * len(bases)
    return allocate(limited, weights)


def _within(
    minor: int, base: int, vat_bp: int, rule: CommissionRule | None, otherwise_bp: int
) -> Commission:
    """With its VAT never more than the base."""
    kept = min(minor, max(base, 0) * BASIS // (BASIS + vat_bp))
    while kept and kept + round_half_up(kept * vat_bp, BASIS) > base:
        kept -= 1
    return Commission(
        minor=kept,
        vat_minor=round_half_up(kept * vat_bp, BASIS),
        rate_bp=rule.terms.rate_bp if rule else otherwise_bp,
        rule_id=rule.id if rule else None,
    )

"""What may be written down as a promotion."""

from ..shapes import Limits, PromotionDraft, PromotionKind, Terms

BASIS = 10_000
MOST_MINOR = 10**12
MOST_STEPS, MOST_SCOPE, MOST_BUNDLE, MOST_PIECES = 8, 200, 6, 100
LONGEST_NAME = 80
MOST_PRIORITY = 100


def draft_faults(draft: PromotionDraft) -> dict[str, str]:
    """What is wrong: a code by field."""
    return (
        _of_name(draft)
        | _of_gift(draft.terms)
        | _of_steps(draft.terms)
        | _of_conditions(draft.terms)
        | _of_limits(draft.limits)
    )


def _of_name(draft: PromotionDraft) -> dict[str, str]:
    faults = {}
    if not draft.name_ar:
        faults["name_ar"] = "required"
    for name in ("name_ar", "name_en", "name_fr"):
        if len(getattr(draft, name)) > LONGEST_NAME:
            faults[name] = "too_long"
    if draft.ends_at is not None and draft.ends_at <= draft.starts_at:
        faults["ends_on"] = "before_start"
    if not 0 <= draft.priority <= MOST_PRIORITY:
        faults["priority"] = "outside_limits"
    return faults


def _of_gift(terms: Terms) -> dict[str, str]:
    kind = terms.kind
    if kind is PromotionKind.PERCENT and not 0 < terms.bp <= BASIS:
        return {"percent": "no_share"}
    if kind in (PromotionKind.AMOUNT, PromotionKind.BUNDLE) and not 0 < terms.minor <= MOST_MINOR:
        return {"amount": "outside_limits"}
    if kind is PromotionKind.GET_MORE:
        fine = 0 < terms.buy <= MOST_PIECES and 0 < terms.get <= MOST_PIECES
        return {} if fine and 0 < terms.bp <= BASIS else {"buy": "outside_limits"}
    if kind is PromotionKind.BUNDLE and not 2 <= len(terms.scope.products) <= MOST_BUNDLE:
        return {"products": "needs_two"}
    return {}


def _of_steps(terms: Terms) -> dict[str, str]:
    if terms.kind is not PromotionKind.TIERS:
        return {}
    steps = terms.steps
    grow = all(
        one.at < other.at and one.bp < other.bp
        for one, other in zip(steps, steps[1:], strict=False)
    )
    sound = all(0 < step.at <= MOST_MINOR and 0 < step.bp <= BASIS for step in steps)
    return {} if 0 < len(steps) <= MOST_STEPS and grow and sound else {"steps": "must_grow"}


def _of_conditions(terms: Terms) -> dict[str, str]:
    faults = {}
    if not 0 <= terms.min_minor <= MOST_MINOR:
        faults["min_amount"] = "outside_limits"
    if not 0 <= terms.min_quantity <= MOST_PIECES:
        faults["min_quantity"] = "outside_limits"
    if terms.most_minor is not None and not 0 < terms.most_minor <= MOST_MINOR:
        faults["most"] = "outside_limits"
    if not 0 <= terms.market_bp <= BASIS:
        faults["market_part"] = "outside_limits"
    scope = terms.scope
    if len(scope.products) + len(scope.departments) + len(scope.brands) > MOST_SCOPE:
        faults["products"] = "too_many_goods"
    return faults


def _of_limits(limits: Limits) -> dict[str, str]:
    told = {
        "most_uses": limits.most_uses,
        "most_each": limits.most_each,
        "budget": limits.budget_minor,
    }
    return {
        name: "outside_limits"
        for name, most in told.items()
        if most is not None and not 0 < most <= MOST_MINOR
    }

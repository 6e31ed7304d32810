"""What of a promotion may become another."""

from dataclasses import asdict
from typing import Any

from ..shapes import Limits, Promotion, PromotionDraft

FIELDS = {"most_uses": "most_uses", "most_each": "most_each", "budget_minor": "budget"}
"""A limit, and the field in which it is written."""


def row_values(draft: PromotionDraft, code: str) -> dict[str, Any]:
    """As its row keeps it, whoever it is of."""
    return {
        "name_ar": draft.name_ar,
        "name_en": draft.name_en,
        "name_fr": draft.name_fr,
        "code": code,
        "terms": asdict(draft.terms),
        "starts_at": draft.starts_at,
        "ends_at": draft.ends_at,
        "priority": draft.priority,
        "is_combinable": draft.is_combinable,
        **asdict(draft.limits),
    }


def same_deal(told: Promotion, draft: PromotionDraft, code: str) -> bool:
    """All that a buyer was promised by it stays as it was: what it gives, for what, since when."""
    return (
        told.terms == draft.terms
        and told.code == code
        and told.starts_at == draft.starts_at
        and told.priority == draft.priority
        and told.is_combinable == draft.is_combinable
    )


def lowered_limits(stands: Limits, wanted: Limits) -> dict[str, str]:
    """A limit may be raised or lifted. None is set where there was none: nobody has counted."""
    found = {}
    for name, field in FIELDS.items():
        before, after = getattr(stands, name), getattr(wanted, name)
        if after is not None and (before is None or after < before):
            found[field] = "only_upward"
    return found

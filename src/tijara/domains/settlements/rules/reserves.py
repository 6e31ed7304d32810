"""What is kept back, what is given back first: docs/algorithms/settlement.md."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

BASIS = 10_000
MOST_DAYS = 730
MOST_FIXED = 10**12


def terms_faults(rate_bp: int, days: int, fixed_minor: int, newcomer_days: int) -> dict[str, str]:
    """A code by field; empty, they can hold."""
    faults = {}
    if not 0 <= rate_bp <= BASIS:
        faults["rate"] = "no_share"
    if not 0 <= days <= MOST_DAYS or (rate_bp and not days):
        faults["days"] = "outside_limits"
    if not 0 <= fixed_minor <= MOST_FIXED:
        faults["fixed"] = "outside_limits"
    if not 0 <= newcomer_days <= MOST_DAYS:
        faults["newcomer_days"] = "outside_limits"
    if not faults and not rate_bp and not fixed_minor:
        faults["rate"] = "required"
    return faults


def held_back(earned_minor: int, rate_bp: int, payable_minor: int) -> int:
    """Rounded down, and never so much that he would owe us for it."""
    return max(0, min(earned_minor * rate_bp // BASIS, payable_minor))


def taken_first(
    parts: Sequence[tuple[UUID, int, datetime | None]], wanted_minor: int
) -> list[tuple[UUID, int]]:
    """(part, how much of it): those that would be released first go first, the fixed ones last."""
    dated = sorted((one for one in parts if one[2]), key=lambda one: (one[2], one[0]))
    order = [*dated, *(one for one in parts if one[2] is None)]
    taken = []
    for part_id, left, _release_at in order:
        minor = min(left, wanted_minor)
        if minor > 0:
            taken.append((part_id, minor))
            wanted_minor -= minor
    return taken

"""What goods earn, which lots are spent, which tier somebody has: docs/algorithms/loyalty.md."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from uuid import UUID

from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.balances import reason_faults
from tijara.kit.calendar import months_after

from .shapes import (
    EarnedLine,
    ForWhat,
    Goods,
    GrantReason,
    PointsGrantDraft,
    PointsKind,
    ProgrammeDraft,
    Rate,
    RateDraft,
    Tier,
    TierDraft,
)

BASIS = 10_000
EXTRAS = (0, 5_000, 10_000, 20_000, 40_000)
"""What a shop may add: nothing, half as many, as many, twice, four times as many."""
MOST = 10**9
MOST_TIERS = 6
MOST_MONTHS = 120
LONGEST_NAME = 40
YEAR = timedelta(days=365)
NOTICE = timedelta(days=14)
"""So long before a lot's last day its buyer is written to."""
COUNTER = {
    PointsKind.EARNED: Account.POINTS_PROVISION,
    PointsKind.RETURNED: Account.POINTS_EXPENSE,
    PointsKind.EXPIRED: Account.POINTS_EXPIRED,
    PointsKind.GRANTED: Account.POINTS_EXPENSE,
    PointsKind.WITHDRAWN: Account.POINTS_EXPENSE,
}
"""What stands against the points in the market's book, by the kind of a move. Of what is spent the
wallet tells: points_liability becomes wallet_liability."""


def rate_for(rates: Iterable[Rate], goods: Goods, moment: datetime) -> Rate | None:
    """The narrowest that held then: the product's own, that of the deepest department, the shop's,
    the one for everything."""
    path = f"{goods.category_path}/"
    fitting = [
        one
        for one in rates
        if one.held_at(moment)
        and (
            one.of is ForWhat.ALL
            or (one.of is ForWhat.PRODUCT and one.target_id == goods.product_id)
            or (one.of is ForWhat.SHOP and one.target_id == goods.seller_id)
            or (one.of is ForWhat.DEPARTMENT and one.path and path.startswith(f"{one.path}/"))
        )
    ]
    order = list(ForWhat)
    return min(fitting, key=lambda one: (order.index(one.of), -len(one.path)), default=None)


def points_of(
    lines: Iterable[EarnedLine],
    tier_bp: int,
    back: Mapping[UUID, int] | None = None,
    extra_bp: int = 0,
) -> int:
    """Of what is left paid of each line, in exact fractions; rounded down once. `back` is what of
    each line has gone back, `extra_bp` what the shop adds."""
    gone = back or {}
    exact = sum(
        (
            Fraction(max(one.paid_minor - gone.get(one.line_id, 0), 0) * one.points, one.per_minor)
            for one in lines
        ),
        Fraction(),
    )
    return int(exact * tier_bp / BASIS * (BASIS + extra_bp) / BASIS)


def shop_part(points: int, extra_bp: int, worth_minor: int) -> int:
    """What a shop pays of an order's points: by what it added to what they would have been."""
    return points * worth_minor * extra_bp // (BASIS + extra_bp)


def paid_left(lines: Iterable[EarnedLine], back: Mapping[UUID, int] | None = None) -> int:
    """What of an order's goods is left paid: it counts for the tier."""
    gone = back or {}
    return sum(max(one.paid_minor - gone.get(one.line_id, 0), 0) for one in lines)


def move_transfer(kind: PointsKind, minor: int) -> Transfer:
    """In the market's book: what comes is owed, what goes is not."""
    other = COUNTER[kind]
    if minor > 0:
        return Transfer(other, Account.POINTS_LIABILITY, minor)
    return Transfer(Account.POINTS_LIABILITY, other, -minor)


def pending_transfer(minor: int) -> Transfer:
    if minor > 0:
        return Transfer(Account.POINTS_EXPENSE, Account.POINTS_PROVISION, minor)
    return Transfer(Account.POINTS_PROVISION, Account.POINTS_EXPENSE, -minor)


def last_day(months: int, moment: datetime) -> datetime | None:
    """So many months later; 0: never."""
    return months_after(moment, months) if months else None


def tier_for(tiers: Sequence[Tier], spent_minor: int) -> Tier | None:
    reached = [one for one in tiers if one.from_minor <= spent_minor]
    return max(reached, key=lambda one: one.from_minor, default=None)


def next_tier(tiers: Sequence[Tier], spent_minor: int) -> Tier | None:
    above = [one for one in tiers if one.from_minor > spent_minor]
    return min(above, key=lambda one: one.from_minor, default=None)


def programme_faults(draft: ProgrammeDraft) -> dict[str, str]:
    bounds = {
        "worth": (draft.worth_minor, 1, 100_000),
        "lives_months": (draft.lives_months, 0, MOST_MONTHS),
        "least_points": (draft.least_points, 1, MOST),
        "most_points": (draft.most_points, max(draft.least_points, 1), MOST),
        "alone_points": (draft.alone_points, 0, MOST),
    }
    return {
        name: "out_of_bounds"
        for name, (told, least, most) in bounds.items()
        if not least <= told <= most
    }


def rate_faults(draft: RateDraft) -> dict[str, str]:
    faults = {}
    if not 0 <= draft.points <= 10_000:
        faults["points"] = "out_of_bounds"
    if not 0 < draft.per_minor <= MOST:
        faults["per"] = "not_above_nothing"
    if draft.of not in list(ForWhat):
        faults["of"] = "unknown"
    elif (draft.of == ForWhat.ALL) != (draft.target_id is None):
        faults["target"] = "required" if draft.target_id is None else "not_possible"
    return faults


def tier_faults(drafts: Sequence[TierDraft]) -> dict[str, str]:
    """By field and place: "name_ar-0"."""
    faults = {}
    for place, one in enumerate(drafts):
        if not one.name_ar:
            faults[f"name_ar-{place}"] = "required"
        for name in ("name_ar", "name_en", "name_fr"):
            if len(getattr(one, name)) > LONGEST_NAME:
                faults[f"{name}-{place}"] = "too_long"
        below = drafts[place - 1].from_minor if place else -1
        if not below < one.from_minor <= MOST * 100:
            faults[f"from-{place}"] = "tiers_must_rise"
        if not BASIS <= one.multiplier_bp <= 10 * BASIS:
            faults[f"multiplier-{place}"] = "out_of_bounds"
    if len(drafts) > MOST_TIERS:
        faults["tiers"] = "too_many_tiers"
    return faults


def grant_faults(draft: PointsGrantDraft) -> dict[str, str]:
    faults = reason_faults(draft.reason, GrantReason, draft.note)
    if not 0 < abs(draft.points) <= MOST:
        faults["points"] = "not_above_nothing"
    return faults

"""What buyers have in points, what moved them, and what staff give."""

from uuid import UUID

from django.db.models import Count, Q, Sum

from tijara.domains.markets.queries import market_by_id
from tijara.kit.balances import Expiring, Granted, GrantState, Moved, OrderMark
from tijara.kit.money import Money
from tijara.kit.page import Page
from tijara.platform.balances.reads import (
    accounts_page,
    expiring,
    grants_to,
    moves_page,
    proposals_in,
)

from ..models import POINTS, Earning, PointsAccount, PointsGrant, PointsMoveRow
from ..rules import next_tier
from ..shapes import (
    AccountView,
    EarningState,
    GrantReason,
    OrderPoints,
    PendingPoints,
    PointsFigures,
    PointsKind,
    Standing,
)
from .programmes import programme_of, tiers_in

ACCOUNT = (
    "buyer_id", "id", "balance", "pending", "tier_id", "spent_minor", "tier_since", "moved_at",
)  # fmt: skip


def account_of(buyer_id: UUID, market_id: UUID) -> AccountView | None:
    """None for who never had any points there."""
    rows = PointsAccount.objects.filter(buyer_id=buyer_id, id=market_id)
    return next((AccountView(*row) for row in rows.values_list(*ACCOUNT)), None)


def accounts_of_market(market_id: UUID, page: int = 1, size: int = 30) -> Page[AccountView]:
    """The last moved first: for staff."""
    found = accounts_page(POINTS, ACCOUNT, market_id, page, size)
    return Page([AccountView(*row) for row in found.items], page, size, has_next=found.has_next)


def moves_of(
    buyer_id: UUID, market_id: UUID, page: int = 1, size: int = 30
) -> Page[Moved[PointsKind, int]]:
    """The newest first."""
    return moves_page(POINTS, PointsKind, int, (buyer_id, market_id), page, size)


def pending_points(buyer_id: UUID, market_id: UUID) -> list[PendingPoints]:
    """What comes next first; at most a hundred."""
    rows = Earning.objects.filter(
        buyer_id=buyer_id, market_id=market_id, state=EarningState.PENDING, points__gt=0
    )
    told = rows.order_by("due_at", "id").values_list(
        "seller_id", "id", "number", "points", "due_at"
    )[:100]
    return [
        PendingPoints(OrderMark(seller_id, order_id, number), points, due_at)
        for seller_id, order_id, number, points, due_at in told
    ]


def expiring_points(buyer_id: UUID, market_id: UUID) -> list[Expiring[int]]:
    """Lots that have a last day, the nearest first; those of a day together."""
    return expiring(POINTS, int, (buyer_id, market_id))


def points_of_order(buyer_id: UUID, order_id: UUID) -> OrderPoints | None:
    """None until it has arrived, and where it earns nothing. `buyer_id`: his own (`home_of_buyer`),
    whose the points are."""
    rows = Earning.objects.filter(buyer_id=buyer_id, id=order_id)
    row = rows.values_list("points", "state", "due_at").first()
    if row is None or not row[0]:
        return None
    is_pending = row[1] == EarningState.PENDING
    return OrderPoints(row[0], is_pending, row[2] if is_pending else None)


def standing_of(buyer_id: UUID, market_id: UUID) -> Standing | None:
    """None where the market has no tiers. Who has no account stands at nothing."""
    tiers = tiers_in(market_id)
    if not tiers:
        return None
    account = account_of(buyer_id, market_id)
    spent, currency = account.spent_minor if account else 0, market_by_id(market_id).currency
    tier = next((one for one in tiers if account and one.id == account.tier_id), None)
    above = next_tier(tiers, spent)
    start = tier.from_minor if tier else 0
    whole = above.from_minor - start if above else 0
    percent = min(100, max(0, (spent - start) * 100 // whole)) if whole else 100
    missing = above.from_minor - spent if above else 0
    return Standing(tier, above, Money(spent, currency), Money(missing, currency), percent)


def grants_waiting(market_id: UUID) -> list[Granted[GrantReason, int]]:
    """Proposals that another of the staff must look at, the oldest first."""
    return proposals_in(PointsGrant, GrantReason, int, market_id)


def grants_of(buyer_id: UUID, market_id: UUID) -> list[Granted[GrantReason, int]]:
    """What staff gave this buyer or took, or proposed to; the newest first."""
    return grants_to(PointsGrant, GrantReason, int, (buyer_id, market_id))


def points_grants_to_decide() -> int:
    """In all markets."""
    return PointsGrant.objects.filter(state=GrantState.PROPOSED).count()


def points_figures(market_id: UUID) -> PointsFigures | None:
    """None where there is no programme."""
    programme = programme_of(market_id)
    if programme is None:
        return None
    rows = PointsAccount.objects.filter(id=market_id)
    told = rows.aggregate(
        points=Sum("balance"),
        pending=Sum("pending"),
        accounts=Count("buyer_id", filter=Q(balance__gt=0)),
    )
    kinds = PointsMoveRow.objects.filter(account_id=market_id).values_list("kind").order_by("kind")
    tiers = rows.values_list("tier_id").order_by("tier_id").annotate(number=Count("buyer_id"))
    points, pending = told["points"] or 0, told["pending"] or 0
    return PointsFigures(
        owed=programme.worth(points),
        provided=programme.worth(pending),
        points=points,
        pending=pending,
        accounts=told["accounts"],
        by_kind={PointsKind(kind): number for kind, number in kinds.annotate(number=Sum("amount"))},
        by_tier=dict(tiers),
    )

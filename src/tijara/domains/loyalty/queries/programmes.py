"""What a market says of its points: kept in each process for half a minute."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from tijara.domains.catalogue.queries import categories
from tijara.domains.markets.queries import markets
from tijara.kit.clock import now
from tijara.kit.recent import Recent

from ..models import ExtraRow, ProgrammeRow, RateRow, TierRow
from ..rules import BASIS, points_of, rate_for
from ..shapes import EarnedLine, ForWhat, Goods, Programme, Rate, Tier

SOON = 30
PROGRAMME = (
    "id", "is_on", "worth_minor", "lives_months", "least_points", "most_points", "alone_points",
)  # fmt: skip
RATE = ("id", "market_id", "of", "target_id", "points", "per_minor", "written_at", "ended_at")
TIER = (
    "id", "market_id", "name_ar", "name_en", "name_fr", "from_minor", "multiplier_bp", "group_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Known:
    programmes: dict[UUID, Programme]
    rates: tuple[Rate, ...]
    tiers: tuple[Tier, ...]
    groups: dict[UUID, frozenset[UUID]]
    extras: dict[UUID, int]


def programme_of(market_id: UUID) -> Programme | None:
    """None where nobody has ever said anything about points."""
    return _known.get().programmes.get(market_id)


def rates_in(market_id: UUID) -> list[Rate]:
    """Those that hold, the widest first."""
    mine = [one for one in _known.get().rates if one.market_id == market_id]
    order = list(ForWhat)
    return sorted(mine, key=lambda one: (-order.index(one.of), one.path, one.written_at))


def rates_ever(market_id: UUID) -> list[Rate]:
    """Ended ones too: an order earns by what held when it was placed."""
    return _rates(RateRow.objects.filter(market_id=market_id))


def tiers_in(market_id: UUID) -> list[Tier]:
    """The lowest first."""
    return [one for one in _known.get().tiers if one.market_id == market_id]


def tier_groups(market_id: UUID) -> frozenset[UUID]:
    """Every group that a tier of this market puts people into, or ever did."""
    return _known.get().groups.get(market_id, frozenset())


def promised_points(market_id: UUID, goods: Iterable[Goods], tier_bp: int = BASIS) -> int:
    """What these goods would earn if they were ordered now, each shop's in an order of its own; no
    statement. Nothing where the programme is off."""
    programme = programme_of(market_id)
    if programme is None or not programme.is_on:
        return 0
    rates, moment, extras = rates_in(market_id), now(), _known.get().extras
    by_shop: dict[UUID, list[EarnedLine]] = {}
    for one in goods:
        if rate := rate_for(rates, one, moment):
            line = EarnedLine(one.product_id, one.paid_minor, rate.points, rate.per_minor)
            by_shop.setdefault(one.seller_id, []).append(line)
    return sum(
        points_of(lines, tier_bp, extra_bp=extras.get(seller_id, 0))
        for seller_id, lines in by_shop.items()
    )


def forget_programmes() -> None:
    """After a change: this process shows it at once, others within half a minute."""
    _known.forget()


def _rates(rows: QuerySet) -> list[Rate]:
    told = list(rows.values_list(*RATE))
    paths = {node.id: node.path for node in categories()} if told else {}
    return [
        Rate(id, market_id, ForWhat(of), target, points, per, since, until, paths.get(target, ""))
        for id, market_id, of, target, points, per, since, until in told
    ]


def _load() -> _Known:
    currencies = {one.id: one.currency for one in markets()}
    programmes = {
        id: Programme(id, currencies[id], *rest)
        for id, *rest in ProgrammeRow.objects.values_list(*PROGRAMME)
        if id in currencies
    }
    if not programmes:
        return _Known({}, (), (), {}, {})
    groups: dict[UUID, frozenset[UUID]] = {}
    named = TierRow.objects.filter(group_id__isnull=False)
    for market_id, group_id in named.values_list("market_id", "group_id"):
        groups[market_id] = groups.get(market_id, frozenset()) | {group_id}
    tiers = TierRow.objects.filter(ended_at=None).order_by("market_id", "from_minor")
    return _Known(
        programmes,
        tuple(_rates(RateRow.objects.filter(ended_at=None))),
        tuple(Tier(*row) for row in tiers.values_list(*TIER)),
        groups,
        dict(ExtraRow.objects.filter(ended_at=None).values_list("seller_id", "extra_bp")),
    )


_known = Recent(_load, SOON)

"""What shops add to points, and what it has cost them."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, Sum

from tijara.domains.parties.queries import markets_of
from tijara.kit.money import Money
from tijara.kit.recent import RecentOf

from ..models import Earning, ExtraRow
from ..shapes import EarningState, ShopPoints
from .programmes import programme_of

ADDED = Q(extra_bp__gt=0)
A_MINUTE = 60


def extra_of(seller_id: UUID, moment: datetime | None = None) -> int:
    """What this shop added then, or adds now; of 10,000."""
    rows = ExtraRow.objects.filter(seller_id=seller_id)
    if moment is None:
        rows = rows.filter(ended_at=None)
    else:
        rows = rows.filter(Q(ended_at=None) | Q(ended_at__gt=moment), written_at__lte=moment)
    return rows.order_by("-written_at").values_list("extra_bp", flat=True).first() or 0


def shop_points(seller_id: UUID, since: datetime) -> ShopPoints | None:
    """What goods of this shop earned, and what of it the shop has paid; None where the market has
    no programme. What buyers have lies with each of them, so it is asked for once a minute."""
    programme = programme_of(markets_of([seller_id])[seller_id])
    if programme is None:
        return None
    told = _earned.get([(seller_id, since.date())])[seller_id, since.date()]
    return ShopPoints(
        orders=told["orders"],
        points=told["earned"] or 0,
        pending=told["pending"] or 0,
        with_extra=told["added"],
        charged=Money(told["charged"] or 0, programme.currency),
    )


def _load(keys: set[tuple[UUID, date]]) -> dict[tuple[UUID, date], dict[str, int]]:
    return {
        (seller_id, since): Earning.objects.filter(
            seller_id=seller_id, opened_at__date__gte=since
        ).aggregate(
            orders=Count("id"),
            earned=Sum("points"),
            pending=Sum("points", filter=Q(state=EarningState.PENDING)),
            added=Count("id", filter=ADDED),
            charged=Sum("charged_minor"),
        )
        for seller_id, since in keys
    }


_earned = RecentOf(_load, A_MINUTE)

"""How sellers serve, and what sales are worth today: what the order of goods hears of."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from tijara.kit.clock import now
from tijara.kit.recent import RecentOf

from ..models import SellerRecord
from ..rules import USUAL_SERVICE, popularity_of, service_of

KEPT_SECONDS = 300


def services(seller_ids: Iterable[UUID]) -> Mapping[UUID, float]:
    """The share of its orders that each has served; some minutes old at most."""
    return _services.get(seller_ids)


def popularity_today(sales: int) -> int:
    """The popularity that so many sales of today come to, as documents hold it."""
    return popularity_of(sales, now())


def _load(seller_ids: set[UUID]) -> dict[UUID, float]:
    found = dict.fromkeys(seller_ids, USUAL_SERVICE)
    rows = SellerRecord.objects.filter(seller_id__in=seller_ids)
    for seller_id, served, failed in rows.values_list("seller_id", "served", "failed"):
        found[seller_id] = service_of(served, failed)
    return found


_services: RecentOf[UUID, float] = RecentOf(_load, seconds=KEPT_SECONDS)

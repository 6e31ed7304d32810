"""What became of orders, by the keys with which they went through the door."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from tijara.platform.prepared import prepared

from ..models import Order
from ..shapes import OrderStanding, OrderState


def standings(keys: Collection[tuple[UUID, UUID]]) -> list[OrderStanding]:
    """Of those by (seller id, key) that there are; one statement."""
    sellers, idempotency = {one for one, _ in keys}, {one for _, one in keys}
    return [
        OrderStanding(seller_id, key, market_id, OrderState(state), method, phone)
        for seller_id, key, market_id, state, method, phone in _by_keys(
            list(sellers), list(idempotency)
        )
        if (seller_id, key) in keys
    ]


@prepared
def _by_keys(seller_ids: list[UUID], keys: list[UUID]) -> QuerySet:
    rows = Order.objects.filter(seller_id__among=seller_ids, idempotency_key__among=keys)
    return rows.values_list(
        "seller_id", "idempotency_key", "market_id", "state", "payment_method", "phone"
    )

"""Stores, as pages show them. Kept in the process for a few seconds: every card names one."""

from collections.abc import Iterable
from uuid import UUID

from tijara.kit.recent import Recent

from .models import Store
from .shapes import StoreCard

CARD = (
    "seller_id", "slug", "name_ar", "name_en", "about_ar", "about_en", "city", "hue", "is_open",
)  # fmt: skip


def stores(seller_ids: Iterable[UUID]) -> dict[UUID, StoreCard]:
    wanted = set(seller_ids)
    kept = _stores.get()
    if wanted - kept.keys():
        forget_stores()
        kept = _stores.get()
    return {seller_id: kept[seller_id] for seller_id in wanted & kept.keys()}


def store_by_slug(slug: str) -> StoreCard | None:
    return next((store for store in all_stores() if store.slug == slug), None)


def all_stores() -> list[StoreCard]:
    """In the order their sellers joined."""
    return list(_stores.get().values())


def forget_stores() -> None:
    _stores.forget()


def _load() -> dict[UUID, StoreCard]:
    rows = Store.objects.order_by("seller_id").values_list(*CARD)
    return {row[0]: StoreCard(*row) for row in rows}


_stores = Recent(_load, seconds=5)

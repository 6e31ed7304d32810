"""Stores, as pages show them. Kept in the process for a few seconds: every card names one."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django.db.models import QuerySet

from tijara.domains.parties.queries import active_sellers
from tijara.domains.parties.shapes import LegalIdentity
from tijara.kit.clock import now
from tijara.kit.page import Page
from tijara.kit.recent import Recent
from tijara.kit.transliteration import latin_slug
from tijara.platform.prepared import prepared

from .models import Application, Store
from .rules import LONGEST_SLUG
from .shapes import ApplicationDraft, ApplicationView, Pause, StoreCard

CARD = (
    "seller_id", "slug", "name_ar", "name_en", "about_ar", "about_en", "city", "hue", "is_open",
    "name_fr", "about_fr", "returns_ar", "returns_en", "returns_fr", "accent", "logo", "cover",
)  # fmt: skip
PAUSE = ("pause_from", "pause_until", "pause_ar", "pause_en", "pause_fr")
IDENTITY = ("legal_name", "vat_number", "registration_number", "address", "kind")


def stores(seller_ids: Iterable[UUID]) -> dict[UUID, StoreCard]:
    wanted = set(seller_ids)
    kept = _stores.get()
    if wanted - kept.keys():
        forget_stores()
        kept = _stores.get()
    return {seller_id: kept[seller_id] for seller_id in wanted & kept.keys()}


def free_slug(name: str) -> str:
    """An address for a store of this name that no store has; empty where the name has no letter
    that could stand in one."""
    wished = latin_slug(name, LONGEST_SLUG)
    taken = {store.slug for store in all_stores()}
    others = (f"{wished[: LONGEST_SLUG - 3]}-{number}" for number in range(2, 100))
    free = (one for one in (wished, *others) if one not in taken)
    return next(free, "") if wished else ""


def store_by_slug(slug: str) -> StoreCard | None:
    return next((store for store in all_stores() if store.slug == slug), None)


def all_stores() -> list[StoreCard]:
    """In the order their sellers joined."""
    return list(_stores.get().values())


def open_stores(seller_ids: Iterable[UUID]) -> dict[UUID, bool]:
    """Those of the sellers whose own shutter is up, and whether each is on holiday, as it stands
    now: nothing kept answers."""
    moment = now()
    return {
        seller_id: begins is not None and begins <= moment < ends
        for seller_id, begins, ends in _open_ones(list(seller_ids))
    }


@prepared
def _open_ones(seller_ids: list[UUID]) -> QuerySet:
    rows = Store.objects.filter(seller_id__among=seller_ids, is_open=True)
    return rows.values_list("seller_id", "pause_from", "pause_until")


def paused_stores() -> frozenset[UUID]:
    """The sellers whose store is on holiday at this moment."""
    kept = _stores.get()
    return frozenset(id for id, store in kept.items() if store.pause and store.is_paused)


def forget_stores() -> None:
    _stores.forget()


def application_of(person_id: UUID) -> ApplicationView | None:
    """The last time that a person asked to sell."""
    mine = Application.objects.filter(person_id=person_id).order_by("-asked_at")
    return next(iter(_views(mine[:1])), None)


def applications_of(person_id: UUID) -> list[ApplicationView]:
    """Each time that a person asked to sell, the latest first."""
    return _views(Application.objects.filter(person_id=person_id).order_by("-asked_at"))


def applications(*, page: int = 1, size: int = 30) -> Page[ApplicationView]:
    """Those that wait, the longest first; then the answered ones, the newest first."""
    start = (page - 1) * size
    waiting = Application.objects.filter(decided_at=None).order_by("asked_at")
    decided = Application.objects.exclude(decided_at=None).order_by("-decided_at")
    first = _views(waiting[start : start + size + 1])
    before = waiting.count()
    start = max(0, start - before)
    rest = _views(decided[start : start + size + 1 - len(first)])
    listed = first + rest
    return Page(listed[:size], page, size, has_next=len(listed) > size)


def application(application_id: UUID) -> ApplicationView | None:
    return next(iter(_views(Application.objects.filter(id=application_id))), None)


def identity_of(asked: Application) -> LegalIdentity:
    return LegalIdentity(**{name: getattr(asked, name) for name in IDENTITY})


def applications_waiting() -> int:
    return Application.objects.filter(decided_at=None).count()


def _views(found: QuerySet) -> list[ApplicationView]:
    return [
        ApplicationView(
            id=row.id,
            person_id=row.person_id,
            market_id=row.market_id,
            draft=ApplicationDraft(row.store_name, row.city, identity_of(row), row.about),
            asked_at=row.asked_at,
            decided_at=row.decided_at,
            reason=row.reason,
            seller_id=row.seller_id,
            decided_by=row.decided_by,
        )
        for row in found
    ]


def _load() -> dict[UUID, StoreCard]:
    """A suspended seller's store is shut, whatever its own shutter says."""
    rows = Store.objects.order_by("seller_id").values_list(*CARD, *PAUSE)
    cards = {row[0]: _card(row[: len(CARD)], row[len(CARD) :]) for row in rows}
    selling = active_sellers(cards)
    return {
        seller_id: card if seller_id in selling else replace(card, is_open=False)
        for seller_id, card in cards.items()
    }


def _card(told: tuple, pause: tuple) -> StoreCard:
    card = StoreCard(*told)
    return replace(card, pause=Pause(*pause)) if pause[0] else card


_stores = Recent(_load, seconds=5)

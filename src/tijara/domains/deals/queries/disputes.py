"""Disputes, whole and in lists: for the two sides and for staff."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Count, Exists, OuterRef, QuerySet

from tijara.domains.ledger.queries import held_of
from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.queries import numbers_of
from tijara.domains.parties.queries import markets_of
from tijara.domains.returns.shapes import Photo, RefundReason, Said
from tijara.kit.money import Money
from tijara.kit.page import Page

from ..models import Deal, DealPhoto, DealWord, Dispute
from ..shapes import IN_DISPUTE, OPEN_DISPUTES, DealState, DisputeRow, DisputeView
from .deals import steps_of
from .processes import terms_of_version

Key = tuple[UUID, UUID]
STANDING = """
    SELECT d.state, d.process_version FROM deals_dispute t
    JOIN deals_deal d ON d.seller_id = t.seller_id AND d.id = t.id
    WHERE t.seller_id = %s AND t.id = %s
"""


def dispute_of_order(seller_id: UUID, order_id: UUID) -> DisputeView | None:
    rows = Dispute.objects.filter(seller_id=seller_id, id=order_id)
    found = rows.values_list("buyer_id", "reason", "opened_at").first()
    if found is None:
        return None
    buyer_id, reason, opened_at = found
    deal = Deal.objects.filter(seller_id=seller_id, id=order_id)
    state, due_at, version = deal.values_list("state", "due_at", "process_version").get()
    moves = terms_of_version(version).process.moves
    said = DealWord.objects.filter(seller_id=seller_id, deal_id=order_id).order_by("written_at")
    photos = DealPhoto.objects.filter(seller_id=seller_id, deal_id=order_id).order_by(
        "added_at", "id"
    )
    return DisputeView(
        seller_id=seller_id,
        order_id=order_id,
        buyer_id=buyer_id,
        number=numbers_of(seller_id, [order_id])[order_id],
        state=DealState(state),
        reason=RefundReason(reason),
        opened_at=opened_at,
        due_at=due_at,
        held=Money(held_of(seller_id, [order_id]).get(order_id, 0), _currency(seller_id)),
        may=frozenset(one.name for one in moves if state in one.before),
        said=tuple(Said(*row) for row in said.values_list("actor_kind", "text", "written_at")),
        photos=tuple(Photo(*row) for row in photos.values_list("actor_kind", "file_id")),
        steps=steps_of(seller_id, order_id),
    )


def dispute_photo(seller_id: UUID, order_id: UUID, file_id: UUID) -> bool:
    """Whether this file is a picture of this dispute."""
    rows = DealPhoto.objects.filter(seller_id=seller_id, deal_id=order_id, file_id=file_id)
    return rows.exists()


def standing_of_dispute(seller_id: UUID, order_id: UUID) -> tuple[DealState, frozenset[str]] | None:
    """Where it stands, and the moves that lead on from there; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [seller_id, order_id])
        row = cursor.fetchone()
    if row is None:
        return None
    state, version = row
    moves = terms_of_version(version).process.moves
    return DealState(state), frozenset(one.name for one in moves if state in one.before)


def disputes_of_seller(
    seller_id: UUID, states: Sequence[DealState] = (), *, page: int = 1, size: int = 30
) -> Page[DisputeRow]:
    """The newest first; of all states if none is given."""
    return _page(Dispute.objects.filter(seller_id=seller_id), states, page, size)


def all_disputes(
    states: Sequence[DealState] = (), *, page: int = 1, size: int = 30
) -> Page[DisputeRow]:
    """Of all sellers, for staff."""
    return _page(Dispute.objects.all(), states, page, size)


def open_disputes(seller_id: UUID | None = None) -> dict[DealState, int]:
    """How many wait for whom; of one seller, or of all."""
    rows = Deal.objects.filter(state__in=OPEN_DISPUTES)
    if seller_id:
        rows = rows.filter(seller_id=seller_id)
    counted = dict(rows.order_by().values_list("state").annotate(Count("id")))
    return {state: counted.get(state, 0) for state in OPEN_DISPUTES}


def with_open_disputes(keys: Sequence[Key]) -> set[UUID]:
    """Which of these orders, (seller, order), somebody complains of."""
    sellers, ids = {seller for seller, _ in keys}, [order for _, order in keys]
    rows = Deal.objects.filter(seller_id__in=sellers, id__in=ids, state__in=OPEN_DISPUTES)
    return set(rows.values_list("id", flat=True))


def due_disputes(at: datetime, limit: int) -> list[Key]:
    """(seller id, order id) of those whose moment has come, the longest due first."""
    rows = Deal.objects.filter(state__in=IN_DISPUTE, due_at__lte=at).order_by("due_at")
    return list(rows.values_list("seller_id", "id")[:limit])


def _page(
    rows: QuerySet[Dispute], states: Sequence[DealState], page: int, size: int
) -> Page[DisputeRow]:
    if states:
        deal = Deal.objects.filter(
            seller_id=OuterRef("seller_id"), id=OuterRef("id"), state__in=states
        )
        rows = rows.filter(Exists(deal))
    start = (page - 1) * size
    told = list(rows.order_by("-opened_at", "-id")[start : start + size + 1])
    found = _rows(told)
    return Page(found[:size], page, size, has_next=len(found) > size)


def _rows(told: list[Dispute]) -> list[DisputeRow]:
    by_seller: dict[UUID, list[UUID]] = {}
    for one in told:
        by_seller.setdefault(one.seller_id, []).append(one.id)
    numbers: dict[UUID, str] = {}
    held: dict[UUID, int] = {}
    deals: dict[UUID, tuple[str, datetime | None]] = {}
    for seller_id, ids in by_seller.items():
        numbers |= numbers_of(seller_id, ids)
        held |= held_of(seller_id, ids)
        mine = Deal.objects.filter(seller_id=seller_id, id__in=ids)
        deals |= {id: (state, due) for id, state, due in mine.values_list("id", "state", "due_at")}
    return [
        DisputeRow(
            seller_id=one.seller_id,
            order_id=one.id,
            number=numbers[one.id],
            state=DealState(deals[one.id][0]),
            reason=RefundReason(one.reason),
            opened_at=one.opened_at,
            due_at=deals[one.id][1],
            held=Money(held.get(one.id, 0), _currency(one.seller_id)),
        )
        for one in told
    ]


def _currency(seller_id: UUID) -> str:
    return market_by_id(markets_of([seller_id])[seller_id]).currency

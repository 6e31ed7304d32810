"""What buyers have, as faces show it: `counted` makes of a whole number what it stands for."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from uuid import UUID

from django.db.models import QuerySet

from tijara.kit.balances import Expiring, Granted, GrantState, Moved, OrderMark
from tijara.kit.clock import now
from tijara.kit.page import Page

from .moves import Book
from .rows import BalanceGrant

MOVE = (
    "id", "kind", "amount", "balance", "seller_id", "order_id", "number", "expires_at", "moved_at",
)  # fmt: skip
GRANT = (
    "buyer_id", "id", "market_id", "amount", "reason", "note", "state", "proposed_by",
    "proposed_at", "decided_by", "decided_at",
)  # fmt: skip


def accounts_page(
    book: Book, columns: Sequence[str], market_id: UUID, page: int, size: int
) -> Page[tuple]:
    """The last moved first: for staff."""
    rows = book.accounts.objects.filter(id=market_id).order_by("-moved_at", "buyer_id")
    return _page(rows.values_list(*columns), page, size)


def moves_page[K: StrEnum, A](
    book: Book,
    kinds: type[K],
    counted: Callable[[int], A],
    key: tuple[UUID, UUID],
    page: int,
    size: int,
) -> Page[Moved[K, A]]:
    """Of one account (buyer, market), the newest first."""
    rows = book.moves.objects.filter(buyer_id=key[0], account_id=key[1]).order_by("-id")
    found = _page(rows.values_list(*MOVE), page, size)
    moves = [
        Moved(
            id=id,
            kind=kinds(kind),
            amount=counted(amount),
            balance=counted(balance),
            order=OrderMark(seller_id, order_id, number) if order_id else None,
            expires_at=expires_at,
            moved_at=moved_at,
        )
        for id, kind, amount, balance, seller_id, order_id, number, expires_at, moved_at in (
            found.items
        )
    ]
    return Page(moves, page, size, has_next=found.has_next)


def expiring[A](
    book: Book, counted: Callable[[int], A], key: tuple[UUID, UUID]
) -> list[Expiring[A]]:
    """What of an account has a last day, the nearest first; what ends on one day together."""
    rows = book.lots.objects.filter(
        buyer_id=key[0], account_id=key[1], left__gt=0, expires_at__gt=now()
    )
    found: list[Expiring[int]] = []
    for left, moment in rows.order_by("expires_at", "id").values_list("left", "expires_at"):
        if found and found[-1].expires_at.date() == moment.date():
            found[-1] = Expiring(found[-1].amount + left, found[-1].expires_at)
        else:
            found.append(Expiring(left, moment))
    return [Expiring(counted(one.amount), one.expires_at) for one in found]


def proposals_in[R: StrEnum, A](
    grants: type[BalanceGrant], reasons: type[R], counted: Callable[[int], A], market_id: UUID
) -> list[Granted[R, A]]:
    """Proposals that another of the staff must look at, the oldest first."""
    rows = grants.objects.filter(market_id=market_id, state=GrantState.PROPOSED)
    return _granted(rows.order_by("proposed_at").values_list(*GRANT)[:100], reasons, counted)


def grants_to[R: StrEnum, A](
    grants: type[BalanceGrant],
    reasons: type[R],
    counted: Callable[[int], A],
    key: tuple[UUID, UUID],
) -> list[Granted[R, A]]:
    """What staff gave this buyer in this market or took, or proposed to; the newest first."""
    rows = grants.objects.filter(buyer_id=key[0], market_id=key[1])
    return _granted(rows.order_by("-proposed_at").values_list(*GRANT)[:50], reasons, counted)


def _granted[R: StrEnum, A](
    rows: Iterable[tuple], reasons: type[R], counted: Callable[[int], A]
) -> list[Granted[R, A]]:
    return [
        Granted(buyer, id, market, counted(amount), reasons(why), note, GrantState(state), *rest)
        for buyer, id, market, amount, why, note, state, *rest in rows
    ]


def _page(rows: QuerySet, page: int, size: int) -> Page[tuple]:
    start = (page - 1) * size
    found = list(rows[start : start + size + 1])
    return Page(found[:size], page, size, has_next=len(found) > size)

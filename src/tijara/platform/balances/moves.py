"""Move what a buyer has: the account, the move and the lots, once for a reference."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Case, F, IntegerField, Value, When

from tijara.kit.balances import Moving, laid_down, taken_from
from tijara.kit.clock import now
from tijara.kit.ids import new_id

from .rows import Balance, BalanceLot, BalanceMove


@dataclass(frozen=True, slots=True)
class Book[A: Balance]:
    """The rows in which a domain keeps what its buyers have."""

    accounts: type[A]
    moves: type[BalanceMove]
    lots: type[BalanceLot]


@dataclass(frozen=True, slots=True)
class Lapse[A: Balance]:
    """What of a lot that is over goes now, and what names that."""

    account: A
    lot_id: UUID
    amount: int
    reference: str


def locked[A: Balance](book: Book[A], buyer_id: UUID, market_id: UUID, **opened: object) -> A:
    """The account, kept still until the commit, so that its moves follow one another; opened where
    there is none."""
    fresh = book.accounts(buyer_id=buyer_id, id=market_id, **opened)
    book.accounts.objects.bulk_create([fresh], ignore_conflicts=True)
    rows = book.accounts.objects.select_for_update(no_key=True)
    return rows.get(buyer_id=buyer_id, id=market_id)


def known_move[A: Balance](book: Book[A], buyer_id: UUID, reference: str) -> BalanceMove | None:
    """The one that stands for this reference."""
    return book.moves.objects.filter(buyer_id=buyer_id, reference=reference).first()


def moved[A: Balance](book: Book[A], account: A, moving: Moving) -> BalanceMove:
    """The move, written under the account's lock, for a reference that nothing stands for yet. What
    goes, goes out of its own lot, then of what expires first, of equal days the older."""
    moment, order = now(), moving.order
    book.accounts.objects.filter(buyer_id=account.buyer_id, id=account.id).update(
        balance=F("balance") + moving.amount, moved_at=moment
    )
    move = book.moves.objects.create(
        buyer_id=account.buyer_id,
        id=new_id(),
        account_id=account.id,
        kind=moving.kind,
        reference=moving.reference,
        amount=moving.amount,
        balance=account.balance + moving.amount,
        seller_id=order.seller_id if order else None,
        order_id=order.order_id if order else None,
        number=order.number if order else "",
        expires_at=moving.expires_at,
        moved_at=moment,
    )
    if moving.amount > 0:
        book.lots.objects.create(
            buyer_id=account.buyer_id,
            id=move.id,
            account_id=account.id,
            left=laid_down(moving.amount, account.balance),
            expires_at=moving.expires_at,
        )
    else:
        _take_out(book, account, moving)
    return move


def lapse[A: Balance](book: Book[A], take: Callable[[Lapse[A]], object], limit: int) -> int:
    """Let `take` move out what is left of lots whose day is over, those first that ended first,
    each in a commit of its own. How many. What is not free stays until it is."""
    over = book.lots.objects.filter(left__gt=0, expires_at__lte=now()).order_by("expires_at")
    keys = list(over.values_list("buyer_id", "account_id", "id")[:limit])
    return sum(_lapse(book, take, *key) for key in keys)


def _lapse[A: Balance](
    book: Book[A],
    take: Callable[[Lapse[A]], object],
    buyer_id: UUID,
    market_id: UUID,
    lot_id: UUID,
) -> bool:
    """What is left under the account's lock: who spends it in the same moment has it, or finds it
    gone."""
    with transaction.atomic():
        account = locked(book, buyer_id, market_id)
        left = book.lots.objects.get(buyer_id=buyer_id, id=lot_id).left
        amount = min(left, account.free)
        if amount <= 0:
            return False
        take(Lapse(account, lot_id, amount, f"expired:{lot_id.hex}:{left}"))
        return True


def _take_out[A: Balance](book: Book[A], account: A, moving: Moving) -> None:
    lots = book.lots.objects.filter(buyer_id=account.buyer_id, account_id=account.id, left__gt=0)
    own = Case(When(id=moving.lot_id, then=Value(0)), default=Value(1), output_field=IntegerField())
    order = F("expires_at").asc(nulls_last=True)
    left = list(lots.order_by(own, order, "id").values_list("id", "left"))
    for lot_id, part in taken_from(left, -moving.amount, account.balance):
        lots.filter(id=lot_id).update(left=F("left") - part)

"""Entries, and the ledger of one account."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL

from tijara.kit.money import Money
from tijara.kit.page import Page

from ..models import Entry, Line
from ..rules import EVER
from ..shapes import AccountLine, BookKey, EntryView, LineView, Period, Source
from .keys import given, narrowed
from .sums import sums

# The window runs along the index as far as the page, and no further.
LEDGER = SQL("""
    SELECT l.owner_id, l.entry_id, e.kind, e.source, l.booked_on, e.order_id, e.reason,
           l.amount_minor, l.running::bigint
    FROM (
        SELECT owner_id, entry_id, booked_on, id, amount_minor,
               sum(amount_minor) OVER (ORDER BY booked_on, id ROWS UNBOUNDED PRECEDING) AS running
        FROM books_line
        WHERE {narrowed} AND account = %(account)s
          AND booked_on >= %(since)s AND booked_on < %(until)s
        ORDER BY booked_on, id LIMIT %(limit)s OFFSET %(offset)s) AS l
    JOIN books_entry e ON e.owner_id = l.owner_id AND e.id = l.entry_id
    ORDER BY l.booked_on, l.id
""")
WHOLE = (
    "owner_id", "id", "kind", "source", "source_id", "booked_on", "happened_on", "order_id",
    "reason", "person_id", "file_id", "written_at", "currency",
)  # fmt: skip
BY_HAND = (Source.MANUAL, Source.REVERSAL)


def account_ledger(
    key: BookKey, account: str, period: Period, *, page: int = 1, size: int = 50
) -> tuple[Money, Page[AccountLine]]:
    """The balance before the period, and its lines, the oldest first, each with the balance after
    it; a debit balance is positive."""
    before = sums(key, EVER, period.first, [account]).get(account)
    opening = before.net_minor if before else 0
    asked = given(
        key,
        account=account,
        since=period.first,
        until=period.last + timedelta(days=1),
        limit=size + 1,
        offset=(page - 1) * size,
    )
    with connection.cursor() as cursor:
        cursor.execute(LEDGER.format(narrowed=narrowed(key)), asked)
        rows = cursor.fetchall()
    lines = [_line(key.currency, opening, *row) for row in rows]
    return Money(opening, key.currency), Page(lines[:size], page, size, has_next=len(lines) > size)


def entries_by_hand(key: BookKey, *, page: int = 1, size: int = 30) -> Page[EntryView]:
    """The latest first."""
    rows = Entry.objects.filter(
        owner_id=key.owner_id, side=key.side, currency=key.currency, source__in=BY_HAND
    ).order_by("-booked_on", "-id")
    start = (page - 1) * size
    found = _views(rows[start : start + size + 1])
    return Page(found[:size], page, size, has_next=len(found) > size)


def entry(key: BookKey, owner_id: UUID, entry_id: UUID) -> EntryView | None:
    """One entry of the book; the operator's has entries with every seller."""
    if not key.is_market and owner_id != key.owner_id:
        return None
    rows = Entry.objects.filter(
        owner_id=owner_id, id=entry_id, side=key.side, currency=key.currency
    )
    return next(iter(_views(rows)), None)


def _line(currency: str, opening: int, *row: Any) -> AccountLine:
    owner_id, entry_id, kind, source, booked_on, order_id, reason, amount, running = row
    return AccountLine(
        owner_id=owner_id,
        entry_id=entry_id,
        kind=kind,
        source=Source(source),
        booked_on=booked_on,
        order_id=order_id,
        reason=reason,
        amount=Money(amount, currency),
        balance=Money(opening + running, currency),
    )


def _views(rows: Any) -> list[EntryView]:
    """Three statements, whatever their number."""
    found: Sequence[tuple] = list(rows.values_list(*WHOLE))
    keys = {(row[0], row[1]) for row in found}
    lines = _lines(keys)
    taken_back = _taken_back(keys)
    return [_view(row, lines.get(row[1], ()), taken_back.get(row[1])) for row in found]


def _lines(keys: Iterable[tuple[UUID, UUID]]) -> dict[UUID, list[tuple[str, int]]]:
    owners, ids = {owner for owner, _ in keys}, [one for _, one in keys]
    rows = Line.objects.filter(owner_id__in=owners, entry_id__in=ids).order_by("-amount_minor")
    told: dict[UUID, list[tuple[str, int]]] = {}
    for entry_id, account, amount in rows.values_list("entry_id", "account", "amount_minor"):
        told.setdefault(entry_id, []).append((account, amount))
    return told


def _taken_back(keys: Iterable[tuple[UUID, UUID]]) -> dict[UUID, UUID]:
    owners, ids = {owner for owner, _ in keys}, [one for _, one in keys]
    rows = Entry.objects.filter(owner_id__in=owners, source=Source.REVERSAL, source_id__in=ids)
    return dict(rows.values_list("source_id", "id"))


def _view(row: tuple, lines: Iterable[tuple[str, int]], reversed_by: UUID | None) -> EntryView:
    *told, written_at, currency = row
    owner_id, id, kind, source, source_id, booked_on, happened_on, order_id = told[:8]
    reason, person_id, file_id = told[8:]
    return EntryView(
        owner_id=owner_id,
        id=id,
        kind=kind,
        source=Source(source),
        source_id=source_id,
        booked_on=booked_on,
        happened_on=happened_on,
        order_id=order_id,
        reason=reason,
        person_id=person_id,
        file_id=file_id,
        reverses_id=source_id if source == Source.REVERSAL else None,
        written_at=written_at,
        lines=tuple(LineView(account, Money(amount, currency)) for account, amount in lines),
        reversed_by=reversed_by,
    )

"""Months that were closed, and the one that may be."""

from datetime import date
from typing import Any

from ..models import Close, Entry
from ..rules import last_day, month_of, next_month
from ..shapes import BookKey, CloseView, MonthToClose
from .keys import open_from, today_in
from .sums import sums, sums_until

CLOSE = (
    "id", "month", "number", "entries", "digest", "closed_at", "closed_by", "asked_by",
    "asked_reason", "reopened_at",
)  # fmt: skip
MOST = 36


def closes(key: BookKey) -> list[CloseView]:
    """The latest first, those that were opened again too."""
    rows = closes_of(key).order_by("-number").values_list(*CLOSE)
    return [CloseView(*row) for row in rows[:MOST]]


def closes_of(key: BookKey) -> Any:
    return Close.objects.filter(owner_id=key.owner_id, side=key.side, currency=key.currency)


def month_to_close(key: BookKey) -> MonthToClose | None:
    """The first open month that has anything, or follows a closed one. None: nothing was ever
    written."""
    month = open_from(key)
    if month is None:
        rows = Entry.objects.filter(side=key.side, currency=key.currency)
        if not key.is_market:
            rows = rows.filter(owner_id=key.owner_id)
        first = rows.order_by("booked_on").values_list("booked_on", flat=True).first()
        if first is None:
            return None
        month = month_of(first)
    return MonthToClose(month, last_day(month) < today_in(key))


def figures_of(key: BookKey, month: date) -> dict[str, list[int]]:
    """By account: debited and credited in the month, and the balance at its end."""
    moved, whole = sums(key, month, next_month(month)), sums_until(key, next_month(month))
    found = {}
    for account, closing in sorted(whole.items()):
        now = moved.get(account)
        debit, credit = (now.debit_minor, now.credit_minor) if now else (0, 0)
        found[account] = [debit, credit, closing.net_minor]
    return found

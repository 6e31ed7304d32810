"""What was put down before the rest of an order is paid in cash, and what became of it."""

from uuid import UUID

from django.db import connection
from django.db.models import Count, F, Q, QuerySet, Sum

from tijara.domains.payments.queries import open_charges
from tijara.domains.payments.shapes import Purpose
from tijara.kit.arabic import ascii_digits
from tijara.kit.money import Money
from tijara.kit.page import Page

from ..models import Deposit
from ..shapes import DepositPart, DepositSum, DepositView

DEPOSIT = (
    "seller_id", "id", "number", "currency", "amount_minor", "put_at", "counted_minor",
    "lost_minor", "back_minor",
)  # fmt: skip
HELD = F("amount_minor") - F("counted_minor") - F("lost_minor") - F("back_minor")
PARTS = {
    DepositPart.HELD: "held",
    DepositPart.COUNTED: "counted_minor",
    DepositPart.LOST: "lost_minor",
    DepositPart.BACK: "back_minor",
}
THERE = "SELECT EXISTS (SELECT FROM cash_deposit WHERE seller_id = %s AND id = %s)"


def deposits(
    *,
    seller_id: UUID | None = None,
    part: DepositPart | None = None,
    text: str = "",
    page: int = 1,
    size: int = 30,
) -> Page[DepositView]:
    """The newest first, of one seller or of all, for staff; of which a `part` is not nothing.
    `text` is the start of an order's number."""
    number = ascii_digits(text).strip().upper()
    start = (page - 1) * size
    if part is DepositPart.WAITING:
        asked = [one for one in _asked(seller_id) if one.number.startswith(number)]
        return Page(asked[start : start + size], page, size, has_next=len(asked) > start + size)
    rows = _of(seller_id).filter(number__startswith=number)
    rows = rows.filter(**{f"{PARTS[part]}__gt": 0}) if part else rows
    told = rows.order_by("-put_at", "-id").values_list(*DEPOSIT)[start : start + size + 1]
    found = [_view(*row) for row in told]
    return Page(found[:size], page, size, has_next=len(found) > size)


def deposit_sums(seller_id: UUID | None = None) -> list[DepositSum]:
    """Of each currency and part that is not nothing."""
    sums = {part: Sum(field) for part, field in PARTS.items()}
    counts = {f"{part}_orders": Count("id", filter=Q(**{f"{field}__gt": 0}))
              for part, field in PARTS.items()}  # fmt: skip
    named = {f"{part}_sum": one for part, one in sums.items()}
    rows = _of(seller_id).order_by().values("currency").annotate(**named, **counts)
    found = _waiting_sums(seller_id)
    for row in rows:
        for part in PARTS:
            if minor := row[f"{part}_sum"]:
                money = Money(minor, row["currency"])
                found.append(DepositSum(part, money, row[f"{part}_orders"]))
    return found


def has_deposit(seller_id: UUID, order_id: UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(THERE, [seller_id, order_id])
        return bool(cursor.fetchone()[0])


def deposit_of(seller_id: UUID, order_id: UUID) -> DepositView | None:
    """None of an order for which nothing was put down, or not yet."""
    rows = Deposit.objects.filter(seller_id=seller_id, id=order_id).values_list(*DEPOSIT)
    return next((_view(*row) for row in rows), None)


def _of(seller_id: UUID | None) -> QuerySet:
    rows = Deposit.objects.filter(seller_id=seller_id) if seller_id else Deposit.objects.all()
    return rows.annotate(held=HELD)


def _asked(seller_id: UUID | None) -> list[DepositView]:
    """What is waited for stands with the charges; few at a time, for minutes or days."""
    return [
        DepositView(
            seller_id=part.seller_id,
            order_id=part.order_id,
            number=part.number,
            amount=Money(part.amount_minor, one.amount.currency),
            put_at=one.opened_at,
            due_at=one.due_at,
        )
        for one in open_charges(Purpose.DEPOSIT)
        for part in one.parts
        if seller_id in (None, part.seller_id)
    ]


def _waiting_sums(seller_id: UUID | None) -> list[DepositSum]:
    found: dict[str, list[int]] = {}
    for one in _asked(seller_id):
        found.setdefault(one.amount.currency, []).append(one.amount.minor)
    return [
        DepositSum(DepositPart.WAITING, Money(sum(minors), currency), len(minors))
        for currency, minors in found.items()
    ]


def _view(*row) -> DepositView:
    seller_id, order_id, number, currency, amount, put_at, *parts = row
    return DepositView(seller_id, order_id, number, Money(amount, currency), put_at, *parts)

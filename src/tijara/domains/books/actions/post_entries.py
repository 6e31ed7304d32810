"""Write entries into a book: their lines, what they say of goods, and what their months come to."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Entry, Line, Sold
from ..rules import NewEntry, booked_on, month_of
from ..shapes import BookKey

ADD = """
    INSERT INTO books_month AS m
        (owner_id, id, side, currency, month, account, debit_minor, credit_minor)
    SELECT %(owner)s, g.id, %(side)s, %(currency)s, g.month, g.account, g.debit, g.credit
    FROM unnest(%(ids)s::uuid[], %(months)s::date[], %(accounts)s::text[], %(debits)s::bigint[],
                %(credits)s::bigint[]) AS g (id, month, account, debit, credit)
    ON CONFLICT (owner_id, side, currency, month, account) DO UPDATE
    SET debit_minor = m.debit_minor + excluded.debit_minor,
        credit_minor = m.credit_minor + excluded.credit_minor
"""


class Unbalanced(AssertionError):
    """An entry that debits what it does not credit: always a bug."""


@action(power=Power.SYSTEM)
def post_entries(
    *,
    actor: Actor,
    owner_id: UUID,
    key: BookKey,
    entries: Sequence[NewEntry],
    open_from: date | None,
) -> list[UUID]:
    """Their ids. The caller holds the book (`lock_book`), which told him `open_from`. `owner_id` is
    the seller with whom it happened, in the operator's book too."""
    if not entries:
        return []
    rows = [_row(owner_id, key, one, open_from) for one in entries]
    Entry.objects.bulk_create(rows)
    lines = [
        _line(row, account, amount)
        for row, one in zip(rows, entries, strict=True)
        for account, amount in one.lines.items()
    ]
    Line.objects.bulk_create(lines)
    _add_to_months(owner_id, key, lines)
    Sold.objects.bulk_create(
        Sold(
            owner_id=owner_id,
            entry_id=row.id,
            order_id=row.order_id,
            line_id=sold.line_id,
            product_id=sold.product_id,
            booked_on=row.booked_on,
            units=sold.units,
            costed_units=sold.costed_units,
            net_minor=sold.net_minor,
            commission_minor=sold.commission_minor,
            cost_minor=sold.cost_minor,
        )
        for row, one in zip(rows, entries, strict=True)
        for sold in one.sold
    )
    return [row.id for row in rows]


def _row(owner_id: UUID, key: BookKey, one: NewEntry, open_from: date | None) -> Entry:
    if sum(one.lines.values()):
        raise Unbalanced(f"{one.kind}:{one.source_id}")
    return Entry(
        owner_id=owner_id,
        side=key.side,
        currency=key.currency,
        kind=one.kind,
        source=one.source,
        source_id=one.source_id,
        booked_on=booked_on(one.happened_on, open_from),
        happened_on=one.happened_on,
        order_id=one.order_id,
        reason=one.reason,
        person_id=one.person_id,
        file_id=one.file_id,
    )


def _line(row: Entry, account: str, amount: int) -> Line:
    return Line(
        owner_id=row.owner_id,
        entry_id=row.id,
        side=row.side,
        currency=row.currency,
        account=account,
        booked_on=row.booked_on,
        amount_minor=amount,
        order_id=row.order_id,
    )


def _add_to_months(owner_id: UUID, key: BookKey, lines: Sequence[Line]) -> None:
    debits: Counter[tuple[date, str]] = Counter()
    credits: Counter[tuple[date, str]] = Counter()
    for line in lines:
        side = debits if line.amount_minor > 0 else credits
        side[month_of(line.booked_on), line.account] += abs(line.amount_minor)
    keys = sorted(debits | credits)
    given = {
        "owner": owner_id,
        "side": str(key.side),
        "currency": key.currency,
        "ids": [new_id() for _ in keys],
        "months": [month for month, _ in keys],
        "accounts": [account for _, account in keys],
        "debits": [debits[one] for one in keys],
        "credits": [credits[one] for one in keys],
    }
    if keys:
        with connection.cursor() as cursor:
            cursor.execute(ADD, given)

"""The orders of one seller in lists: narrowed, sorted, counted; quick however many there are.

Only the keys of a page are looked for in the order asked for, along an index; what a row shows is
read for those alone. Of several states each is walked by itself, so that none is sorted whole. A
number is found by its beginning, a phone by its end, a name by any part of it.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL, Composable, Composed, Literal

from tijara.kit.arabic import ascii_digits
from tijara.kit.money import Money
from tijara.kit.page import Cursor, Page, keyset_page, start_of

from ..models.order import PAID_OFTEN
from ..shapes import OrderRow, OrderSort, OrderState, OrdersWanted

SORTS = {
    OrderSort.NEWEST: SQL("o.placed_at DESC, o.id DESC"),
    OrderSort.OLDEST: SQL("o.placed_at, o.id"),
    OrderSort.DUE: SQL("o.promised_to NULLS LAST, o.placed_at, o.id"),
}
KEYS = SQL("""
    SELECT o.id, o.placed_at, o.promised_to FROM orders_order o
    WHERE o.seller_id = %(seller)s{narrowed}
    ORDER BY {sort} LIMIT %(reach)s
""")
KEYS_BY_STATE = SQL("""
    SELECT o.* FROM unnest(%(states)s::text[]) AS wanted (state)
    CROSS JOIN LATERAL (
        SELECT o.id, o.placed_at, o.promised_to FROM orders_order o
        WHERE o.seller_id = %(seller)s AND o.state = wanted.state{narrowed}
        ORDER BY {sort} LIMIT %(reach)s) o
""")
IDS = SQL("SELECT o.id FROM ({keys}) o ORDER BY {sort} LIMIT %(limit)s OFFSET %(offset)s")
ROWS = SQL("""
    SELECT o.seller_id, o.id, o.number, o.state, o.placed_at, o.recipient, o.address ->> 'city',
           l.pieces, o.total_minor, o.currency, o.payment_method, l.picture, o.promised_to,
           l.name_ar, l.name_en, o.buyer_id, o.checkout_id, o.phone
    FROM ({ids}) k
    JOIN orders_order o ON o.seller_id = %(seller)s AND o.id = k.id
    CROSS JOIN LATERAL (
        SELECT sum(quantity)::int AS pieces, (array_agg(picture ORDER BY position))[1] AS picture,
               (array_agg(name_ar ORDER BY position))[1] AS name_ar,
               (array_agg(name_en ORDER BY position))[1] AS name_en
        FROM orders_line WHERE seller_id = %(seller)s AND order_id = o.id) l
    ORDER BY {sort}
""")
LATE = SQL(
    " AND o.promised_to < %(late_on)s AND o.state IN ('placed', 'confirmed', 'packed', 'shipped')"
)
IN_STATES = SQL(" AND o.state = ANY(%(states)s)")
CONDITIONS = {
    "ids": SQL(" AND o.id = ANY(%(ids)s)"),
    "late_on": LATE,
    "payment_method": SQL(" AND o.payment_method = %(payment_method)s"),
    "since": SQL(" AND o.placed_at >= %(since)s"),
    "until": SQL(" AND o.placed_at < %(until)s"),
}
RARELY = SQL(" AND o.payment_method NOT IN ({often})").format(
    often=SQL(", ").join(map(Literal, PAID_OFTEN))
)
"""Said of a rare way of paying, that a plan made for any way may take the index of the rare."""
BESIDE = {
    False: SQL(" AND (o.placed_at, o.id) < (%(beside_at)s, %(beside_id)s)"),
    True: SQL(" AND (o.placed_at, o.id) > (%(beside_at)s, %(beside_id)s)"),
}
"""What is older than a row, and what is newer."""
TURNED = {OrderSort.NEWEST: OrderSort.OLDEST, OrderSort.OLDEST: OrderSort.NEWEST}
"""Read backwards; the order of promised days has no keys, and is paged by numbers."""
BY_NUMBER = SQL("o.number LIKE %(number)s || '%%'")
BY_PHONE = SQL("reverse(o.phone) LIKE reverse(%(phone)s) || '%%'")
BY_NAME = SQL("o.recipient ILIKE '%%' || %(name)s || '%%'")
FOUND = SQL(" AND o.id IN ({ways})")
FOUND_ONE_WAY = SQL("SELECT o.id FROM orders_order o WHERE o.seller_id = %(seller)s AND {way}")
SHORTEST_PHONE = 4
"""Digits: fewer are a part of a number."""
ANY = OrdersWanted()
WILD = str.maketrans("", "", "\\%_")
BETWEEN_DIGITS = str.maketrans("", "", " +-()\u200e\u200f")


def orders_of_seller(
    seller_id: UUID,
    wanted: OrdersWanted = ANY,
    *,
    page: int = 1,
    size: int = 30,
    beside: Cursor | None = None,
) -> Page[OrderRow]:
    """From a row on, or from the page with that number."""
    beside = beside if wanted.sort in TURNED else None
    sql, given = _asked(
        seller_id, wanted, ROWS, (size + 1, start_of(page, size, beside)), beside=beside
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        rows = [row_of(*row) for row in cursor.fetchall()]
    if wanted.sort not in TURNED:
        return Page(rows[:size], page, size, has_next=len(rows) > size)
    return keyset_page(rows, page, size, beside=beside, key=key_of)


def order_ids_of_seller(seller_id: UUID, wanted: OrdersWanted, *, most: int) -> list[UUID]:
    """The first of a list, to act on all of them at once."""
    sql, given = _asked(seller_id, wanted, SQL("{ids}"), (most, 0))
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return [order_id for (order_id,) in cursor.fetchall()]


def _asked(
    seller_id: UUID,
    wanted: OrdersWanted,
    whole: SQL,
    part: tuple[int, int],
    *,
    beside: Cursor | None = None,
) -> tuple[Composed, dict[str, Any]]:
    """`part`: (how many, after how many)."""
    limit, offset = part
    text = ascii_digits(wanted.text.translate(WILD).strip())
    given: dict[str, Any] = {
        "seller": seller_id,
        "states": [str(state) for state in wanted.states],
        "limit": limit,
        "offset": offset,
        "reach": limit + offset,
        "name": text,
        "number": text.upper(),
        "phone": text.translate(BETWEEN_DIGITS).lstrip("0"),
    }
    narrowed = conditions(wanted)
    for name in CONDITIONS:
        if value := getattr(wanted, name):
            given[name] = list(value) if isinstance(value, tuple) else value
    if text:
        each = [FOUND_ONE_WAY.format(way=way) for way in ways(text)]
        narrowed.append(FOUND.format(ways=SQL(" UNION ALL ").join(each)))
    sort = wanted.sort
    if beside:
        sort = TURNED[sort] if beside.is_end else sort
        narrowed.append(BESIDE[sort is OrderSort.OLDEST])
        given |= {"beside_at": beside.at, "beside_id": beside.id}
    by_state = wanted.states and wanted.late_on is None
    if wanted.states and not by_state:
        narrowed.append(IN_STATES)
    order = SORTS[sort]
    keys = (KEYS_BY_STATE if by_state else KEYS).format(narrowed=SQL("").join(narrowed), sort=order)
    return whole.format(ids=IDS.format(keys=keys, sort=order), sort=order), given


def conditions(wanted: OrdersWanted) -> list[Composable]:
    """Those of CONDITIONS that narrow a list."""
    narrowed: list[Composable] = [
        condition for name, condition in CONDITIONS.items() if getattr(wanted, name)
    ]
    is_rare = wanted.payment_method and wanted.payment_method not in PAID_OFTEN
    return [*narrowed, RARELY] if is_rare else narrowed


def ways(text: str) -> list[SQL]:
    """In which a text may be found: each is asked by itself, since no index serves an OR."""
    if not any(map(str.isdigit, text)):
        return [BY_NUMBER, BY_NAME] if text.isascii() else [BY_NAME]
    digits = text.translate(BETWEEN_DIGITS)
    is_phone = digits.isdigit() and len(digits) >= SHORTEST_PHONE
    return [BY_NUMBER, BY_PHONE] if is_phone else [BY_NUMBER]


def key_of(row: OrderRow) -> tuple[datetime, UUID]:
    return row.placed_at, row.id


def row_of(*columns) -> OrderRow:
    seller_id, order_id, number, state, placed_at, recipient, city, pieces = columns[:8]
    total_minor, currency, payment_method, picture, *rest = columns[8:]
    return OrderRow(
        seller_id,
        order_id,
        number,
        OrderState(state),
        placed_at,
        recipient,
        city,
        pieces,
        Money(total_minor, currency),
        payment_method,
        picture,
        *rest,
    )

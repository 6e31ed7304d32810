"""What is left of what was sold: of a product, a department, a month, an order."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL, Composable

from tijara.domains.catalogue.queries import product_facts
from tijara.domains.orders.queries import numbers_of

from ..models import Line, Sold
from ..rules import BY_CODE
from ..shapes import AccountClass, Margin, MarginBy, OrderProfit, Period, Side

MOST = 200
DAY = timedelta(days=1)
FIGURES = """
    sum(units)::int, sum(costed_units)::int, sum(net_minor)::bigint, sum(cost_minor)::bigint,
    sum(commission_minor)::bigint
"""
SOLD = SQL("""
    SELECT {key}, {figures} FROM books_sold
    WHERE owner_id = %(seller)s AND booked_on >= %(since)s AND booked_on < %(until)s
    GROUP BY 1 ORDER BY sum(net_minor - cost_minor - commission_minor), 1 LIMIT %(most)s
""")
BY_PRODUCT = SOLD.format(key=SQL("product_id::text"), figures=SQL(FIGURES))
BY_MONTH = SOLD.format(key=SQL("to_char(booked_on, 'YYYY-MM')"), figures=SQL(FIGURES))
# The worst orders by what is left on all accounts that an order has moved.
BY_ORDER = SQL("""
    WITH moved AS (
        SELECT order_id,
               sum(-amount_minor) FILTER (WHERE account IN ('sales', 'sales_returns')) AS net,
               sum(amount_minor) FILTER (WHERE account IN ('cost_of_goods', 'returns_lost'))
                   AS cost,
               sum(amount_minor) FILTER (WHERE account = 'commission') AS commission,
               sum(amount_minor) FILTER (WHERE account IN ('payment_fees', 'return_carriage'))
                   AS other,
               sum(-amount_minor) AS left_over
        FROM books_line
        WHERE owner_id = %(seller)s AND side = 'seller' AND order_id IS NOT NULL
          AND account = ANY(%(accounts)s)
          AND booked_on >= %(since)s AND booked_on < %(until)s
        GROUP BY order_id ORDER BY left_over, order_id LIMIT %(most)s
    )
    SELECT m.order_id::text, coalesce(s.units, 0)::int, coalesce(s.costed, 0)::int,
           coalesce(m.net, 0)::bigint, coalesce(m.cost, 0)::bigint,
           coalesce(m.commission, 0)::bigint, coalesce(m.other, 0)::bigint
    FROM moved m
    LEFT JOIN LATERAL (
        SELECT sum(units) AS units, sum(costed_units) AS costed FROM books_sold
        WHERE owner_id = %(seller)s AND order_id = m.order_id) s ON true
    ORDER BY m.left_over, m.order_id
""")
OF_PROFIT = [
    row.code
    for row in BY_CODE[Side.SELLER].values()
    if row.account_class in (AccountClass.REVENUE, AccountClass.EXPENSE)
]


def margins(seller_id: UUID, by: MarginBy, period: Period) -> list[Margin]:
    """The worst first; months in their order."""
    given = {"seller": seller_id, "since": period.first, "until": period.last + DAY}
    if by is MarginBy.MONTH:
        return sorted(_read(BY_MONTH, given), key=lambda one: one.key)
    if by is MarginBy.ORDER:
        found = _read(BY_ORDER, given | {"accounts": OF_PROFIT})
        numbers = numbers_of(seller_id, [UUID(one.key) for one in found])
        return [_named(one, numbers.get(UUID(one.key), ""), "") for one in found]
    found = _read(BY_PRODUCT, given | {"most": MOST if by is MarginBy.PRODUCT else 100_000})
    facts = {one.id: one for one in product_facts([UUID(one.key) for one in found])}
    if by is MarginBy.PRODUCT:
        return [
            _named(one, facts[UUID(one.key)].name_ar, facts[UUID(one.key)].name_en)
            for one in found
            if UUID(one.key) in facts
        ]
    departments: dict[str, Margin] = {}
    for one in found:
        if fact := facts.get(UUID(one.key)):
            known = departments.get(fact.category_path)
            added = _together(known, one, fact.category_path)
            departments[fact.category_path] = _named(added, fact.category_ar, fact.category_en)
    return sorted(departments.values(), key=lambda one: one.profit_minor)


def order_profit(seller_id: UUID, order_id: UUID, currency: str) -> OrderProfit | None:
    """None as long as nothing of it was delivered."""
    rows = Line.objects.filter(owner_id=seller_id, order_id=order_id, side=Side.SELLER)
    parts: dict[str, int] = {}
    tax = 0
    for account, amount in rows.values_list("account", "amount_minor"):
        if account in OF_PROFIT:
            parts[account] = parts.get(account, 0) - amount
        elif account == "output_vat":
            tax -= amount
    if not parts:
        return None
    units = Sold.objects.filter(owner_id=seller_id, order_id=order_id)
    told = list(units.values_list("units", "costed_units"))
    is_known = sum(one for one, _ in told) <= sum(costed for _, costed in told)
    return OrderProfit(currency, parts, is_known, tax)


def _read(asked: Composable, given: dict[str, object]) -> list[Margin]:
    with connection.cursor() as cursor:
        cursor.execute(asked, {"most": MOST} | given)
        return [Margin(*row) for row in cursor.fetchall()]


def _named(one: Margin, name_ar: str, name_en: str) -> Margin:
    figures = one.units, one.costed_units, one.net_minor, one.cost_minor, one.commission_minor
    return Margin(one.key, *figures, one.other_minor, name_ar, name_en)


def _together(known: Margin | None, one: Margin, key: str) -> Margin:
    told: Sequence[Margin] = [one] if known is None else [known, one]
    return Margin(
        key,
        sum(each.units for each in told),
        sum(each.costed_units for each in told),
        sum(each.net_minor for each in told),
        sum(each.cost_minor for each in told),
        sum(each.commission_minor for each in told),
    )

"""What papers add up to, by category of tax: for the return that their writer makes."""

from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection
from psycopg.sql import SQL

from tijara.kit.ids import OPERATOR_ID

# Old papers tell no categories: what was taxed is at the rate, what was not is outside.
PARTS = SQL("""
    SELECT category, is_credit, sum(net)::bigint, sum(tax)::bigint
    FROM (
        SELECT {is_credit} AS is_credit,
               coalesce(part ->> 'category', CASE WHEN tax_minor > 0 THEN 'S' ELSE 'O' END)
                   AS category,
               coalesce((part #>> '{{net,minor}}')::bigint, total_minor - tax_minor) AS net,
               coalesce((part #>> '{{tax,minor}}')::bigint, tax_minor) AS tax
        FROM {table} LEFT JOIN LATERAL jsonb_array_elements(content -> 'taxes') AS part ON true
        WHERE {narrowed} AND issued_at >= %(since)s AND issued_at < %(until)s) AS parts
    GROUP BY category, is_credit
""")
OF_SELLER = PARTS.format(
    is_credit=SQL("is_credit"),
    table=SQL("invoicing_invoice"),
    narrowed=SQL("seller_id = %(seller)s"),
)
COMMISSION = SQL("owner_id = %(owner)s AND currency = %(currency)s")
IS_CREDIT = SQL("kind = 'commission_credit'")
TABLE = SQL("invoicing_commission")
TO_ALL = PARTS.format(is_credit=IS_CREDIT, table=TABLE, narrowed=COMMISSION)
TO_ONE = SQL("{} AND seller_id = %(seller)s").format(COMMISSION)
TO_SELLER = PARTS.format(is_credit=IS_CREDIT, table=TABLE, narrowed=TO_ONE)
MONTHS = SQL("""
    SELECT date_trunc('month', issued_at AT TIME ZONE %(zone)s)::date,
           sum(CASE WHEN {is_credit} THEN -tax_minor ELSE tax_minor END)::bigint
    FROM {table}
    WHERE {narrowed} AND issued_at >= %(since)s AND issued_at < %(until)s
    GROUP BY 1
""")
Totals = list[tuple[str, bool, int, int]]
"""(category, of credit notes, net, tax)."""


def taxes_of_papers(seller_id: UUID, since: datetime, until: datetime) -> Totals:
    """Of a seller's invoices and credit notes that were given out in a time."""
    return _totals(OF_SELLER, {"seller": seller_id, "since": since, "until": until})


def taxes_of_commissions(
    seller_id: UUID | None, currency: str, since: datetime, until: datetime
) -> Totals:
    """Of the operator's commission invoices to one seller, or to all."""
    given = {"owner": OPERATOR_ID, "currency": currency, "since": since, "until": until}
    if seller_id is None:
        return _totals(TO_ALL, given)
    return _totals(TO_SELLER, given | {"seller": seller_id})


def tax_by_month(
    seller_id: UUID, since: datetime, until: datetime, zone: ZoneInfo
) -> dict[date, int]:
    """The tax of a seller's invoices less that of his credit notes, in minor units, by the first
    day of each month of the zone; a month without papers is missing."""
    table, mine = SQL("invoicing_invoice"), SQL("seller_id = %(seller)s")
    asked = MONTHS.format(is_credit=SQL("is_credit"), table=table, narrowed=mine)
    given = {"seller": seller_id, "since": since, "until": until, "zone": zone.key}
    return dict(_totals(asked, given))


def commission_tax_by_month(
    seller_id: UUID | None, currency: str, since: datetime, until: datetime, zone: ZoneInfo
) -> dict[date, int]:
    """The same of the operator's commission invoices to one seller, or to all."""
    mine = COMMISSION if seller_id is None else TO_ONE
    asked = MONTHS.format(is_credit=IS_CREDIT, table=TABLE, narrowed=mine)
    given = {"owner": OPERATOR_ID, "currency": currency, "seller": seller_id}
    return dict(_totals(asked, given | {"since": since, "until": until, "zone": zone.key}))


def _totals(asked: Any, given: dict[str, object]) -> list:
    with connection.cursor() as cursor:
        cursor.execute(asked, given)
        return cursor.fetchall()

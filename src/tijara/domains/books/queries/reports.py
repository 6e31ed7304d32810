"""The sheets of a book, for any days, beside other days."""

from collections import Counter
from datetime import date, timedelta

from django.db import connection
from psycopg.sql import SQL

from tijara.domains.invoicing.queries import (
    commission_tax_by_month,
    tax_by_month,
    taxes_of_commissions,
    taxes_of_papers,
)
from tijara.domains.parties.queries import legal_identities

from ..rules import (
    SAUDI,
    balance_rows,
    neutral_rows,
    profit_of,
    profit_rows,
    saudi_rows,
    trial_rows,
    zakat_rows,
)
from ..shapes import BookKey, Period, Report, ReportName, ReportRow, RowKind, TaxPart
from .keys import country_of, given, moments, zone_of_book
from .sums import sums, sums_until

DAY = timedelta(days=1)
TRIAL_COLUMNS = ("opening", "debit", "credit", "closing")
VAT_COLUMNS = ("net", "adjustment", "tax")
BY_HAND = SQL("""
    SELECT date_trunc('month', l.booked_on)::date, sum(l.amount_minor)::bigint
    FROM books_line l
    JOIN books_entry e ON e.owner_id = l.owner_id AND e.id = l.entry_id
    WHERE l.side = %(side)s AND l.currency = %(currency)s
      AND (l.owner_id = %(owner)s OR l.side = 'market')
      AND l.booked_on >= %(since)s AND l.booked_on <= %(last)s
      AND (l.account = 'gateway_fees_vat'
           OR l.account = 'input_vat' AND e.source IN ('manual', 'reversal'))
    GROUP BY 1
""")
"""And what the card gateway has put on its charges, in the operator's book."""


def report(
    key: BookKey, name: ReportName, period: Period, compared: Period | None = None
) -> Report:
    if name is ReportName.TRIAL:
        return _trial(key, period)
    if name is ReportName.PROFIT:
        return _profit(key, period, compared)
    if name is ReportName.BALANCE:
        return _balance(key, period, compared)
    return _vat(key, period) if name is ReportName.VAT else _zakat(key, period)


def profit_in(key: BookKey, period: Period) -> int:
    """What was left in a time, minor units."""
    return profit_of(key.side, sums(key, period.first, period.last + DAY))


def tax_due(key: BookKey, period: Period) -> dict[date, int]:
    """What the VAT return of each month comes to, in minor units, by the month's first day: less
    than nothing where it comes back. A month without papers and entries is missing."""
    since, until = moments(key, period)
    zone, owner = zone_of_book(key), None if key.is_market else key.owner_id
    commission = commission_tax_by_month(owner, key.currency, since, until, zone)
    due: Counter[date] = Counter()
    if owner is None:
        due.update(commission)
    else:
        due.update(tax_by_month(owner, since, until, zone))
        due.subtract(commission)
    due.subtract(_by_hand(key, period))
    return dict(due)


def _trial(key: BookKey, period: Period) -> Report:
    opening = sums_until(key, period.first)
    rows, ties = trial_rows(key.side, opening, sums(key, period.first, period.last + DAY))
    return _report(key, ReportName.TRIAL, period, TRIAL_COLUMNS, rows, ties=ties)


def _profit(key: BookKey, period: Period, compared: Period | None) -> Report:
    now = sums(key, period.first, period.last + DAY)
    before = sums(key, compared.first, compared.last + DAY) if compared else None
    columns = ("now", "before") if compared else ("now",)
    rows = profit_rows(key.side, now, before)
    notes = () if key.is_market else ("profit_without_tax",)
    return _report(key, ReportName.PROFIT, period, columns, rows, notes=notes)


def _balance(key: BookKey, period: Period, compared: Period | None) -> Report:
    ends = [period.last] + ([compared.last] if compared else [])
    closing = [sums_until(key, end + DAY) for end in ends]
    earlier = [profit_of(key.side, sums_until(key, date(end.year, 1, 1))) for end in ends]
    rows, ties = balance_rows(key.side, closing, earlier)
    columns = ("now", "before") if compared else ("now",)
    return _report(key, ReportName.BALANCE, period, columns, rows, ties=ties)


def _vat(key: BookKey, period: Period) -> Report:
    parts = _tax_parts(key, period)
    by_hand = sum(_by_hand(key, period).values())
    is_saudi = country_of(key) == SAUDI
    rows = (saudi_rows if is_saudi else neutral_rows)(parts, by_hand)
    notes = ["vat_from_papers", "vat_blank"] if is_saudi else ["vat_from_papers"]
    if not key.is_market and not legal_identities([key.owner_id])[key.owner_id].vat_number:
        notes.append("vat_no_number")
    return _report(key, ReportName.VAT, period, VAT_COLUMNS, rows, notes=tuple(notes))


def _by_hand(key: BookKey, period: Period) -> dict[date, int]:
    """Input tax that stands in no paper of ours, by the first day of each month."""
    with connection.cursor() as cursor:
        cursor.execute(BY_HAND, given(key, since=period.first, last=period.last))
        return dict(cursor.fetchall())


def _tax_parts(key: BookKey, period: Period) -> list[TaxPart]:
    since, until = moments(key, period)
    if key.is_market:
        sold = taxes_of_commissions(None, key.currency, since, until)
        return [TaxPart(*one) for one in sold]
    sold = taxes_of_papers(key.owner_id, since, until)
    bought = taxes_of_commissions(key.owner_id, key.currency, since, until)
    return [*(TaxPart(*one) for one in sold), *(TaxPart(*one, is_input=True) for one in bought)]


def _zakat(key: BookKey, period: Period) -> Report:
    if country_of(key) != SAUDI:
        return _report(key, ReportName.ZAKAT, period, ("now",), [], notes=("zakat_not_here",))
    rows = zakat_rows(key.side, sums_until(key, period.last + DAY), period.first, period.last)
    is_below = sum(row.values[0] or 0 for row in rows if row.kind is RowKind.LINE) < 0
    notes = ("zakat_aid", *["zakat_below"] * is_below, "zakat_left_out", "zakat_source")
    return _report(key, ReportName.ZAKAT, period, ("now",), rows, notes=notes)


def _report(
    key: BookKey,
    name: ReportName,
    period: Period,
    columns: tuple[str, ...],
    rows: list[ReportRow],
    *,
    notes: tuple[str, ...] = (),
    ties: bool = True,
) -> Report:
    return Report(name, key.currency, period, columns, tuple(rows), notes, ties)

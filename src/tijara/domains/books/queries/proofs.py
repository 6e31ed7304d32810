"""What must be true of all books."""

from psycopg.sql import SQL

from tijara.platform.audits import Findings, compared, proof

from ..models import Close
from ..rules import SEEN_BY_SELLER, digest_of

DUE = "due_from_market"


@proof("every entry of every book debits what it credits")
def entries_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'entry ' || e.id || ' of ' || e.owner_id,
                   l.whole = 0 AND l.same
            FROM books_entry e
            LEFT JOIN (
                SELECT l.owner_id, l.entry_id, sum(l.amount_minor) AS whole,
                       bool_and(l.booked_on = n.booked_on AND l.side = n.side
                                AND l.currency = n.currency) AS same
                FROM books_line l
                JOIN books_entry n ON n.owner_id = l.owner_id AND n.id = l.entry_id
                GROUP BY 1, 2) l ON l.owner_id = e.owner_id AND l.entry_id = e.id
        """)
    )


@proof("the months of every book are the sums of its lines")
def months_proof() -> Findings:
    return compared(
        SQL("""
            SELECT coalesce(m.account, l.account) || ' of ' || coalesce(m.owner_id, l.owner_id),
                   coalesce(m.debit_minor, 0) = coalesce(l.debit, 0)
               AND coalesce(m.credit_minor, 0) = coalesce(l.credit, 0)
            FROM books_month m
            FULL JOIN (
                SELECT owner_id, side, currency, date_trunc('month', booked_on)::date AS month,
                       account, sum(greatest(amount_minor, 0)) AS debit,
                       sum(greatest(-amount_minor, 0)) AS credit
                FROM books_line GROUP BY 1, 2, 3, 4, 5) l
              ON l.owner_id = m.owner_id AND l.side = m.side AND l.currency = m.currency
             AND l.month = m.month AND l.account = m.account
        """)
    )


@proof("the operator's book is the journal, account by account, of all that is booked")
def market_proof() -> Findings:
    return compared(
        SQL("""
            SELECT coalesce(b.account, j.account) || ' of ' || coalesce(b.owner_id, j.seller_id),
                   coalesce(b.amount, 0) = coalesce(j.amount, 0)
            FROM (
                SELECT l.owner_id, l.account, sum(l.amount_minor) AS amount
                FROM books_line l
                JOIN books_entry e ON e.owner_id = l.owner_id AND e.id = l.entry_id
                WHERE e.side = 'market' AND e.source = 'journal' GROUP BY 1, 2) b
            FULL JOIN (
                SELECT p.seller_id, s.account, sum(s.amount) AS amount
                FROM ledger_posting p
                JOIN books_entry e ON e.owner_id = p.seller_id AND e.side = 'market'
                 AND e.source = 'journal' AND e.source_id = p.journal_id
                CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
                    AS s (account, amount)
                GROUP BY 1, 2) j
              ON j.seller_id = b.owner_id AND j.account = b.account
        """)
    )


@proof("what a seller's book says that the market owes him is what the market's says that it owes")
def due_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'seller ' || owner_id,
                   sum(CASE WHEN side = 'seller' THEN amount_minor ELSE 0 END)
                     = -sum(CASE WHEN side = 'market' THEN amount_minor ELSE 0 END)
            FROM books_line
            WHERE (side = 'seller' AND account = 'due_from_market')
               OR (side = 'market'
                   AND account = ANY({owed}))
            GROUP BY owner_id
        """).format(owed=[account for account, seen in SEEN_BY_SELLER.items() if seen == DUE])
    )


@proof("every event has its place in its seller's book")
def kinds_proof() -> Findings:
    """An account or a kind of journal that is new is told here: say where it stands."""
    return compared(
        SQL("""
            SELECT e.kind || ' of ' || e.owner_id, l.id IS NULL
            FROM books_entry e
            LEFT JOIN books_line l ON l.owner_id = e.owner_id AND l.entry_id = e.id
             AND l.account = 'unclassified'
            WHERE e.side = 'seller' AND e.source = 'journal'
        """)
    )


@proof("inventory in the books is what the stock is worth")
def inventory_proof() -> Findings:
    """Of the changes of value that are booked."""
    return compared(
        SQL("""
            SELECT 'seller ' || m.seller_id, coalesce(l.amount, 0) = m.amount
            FROM (
                SELECT c.seller_id, sum(c.value_minor) AS amount
                FROM inventory_cost_move c
                JOIN books_entry e ON e.owner_id = c.seller_id AND e.side = 'seller'
                 AND e.source = 'cost' AND e.source_id = c.id
                WHERE c.kind <> 'written_off' GROUP BY 1) m
            LEFT JOIN (
                SELECT owner_id, sum(amount_minor) AS amount FROM books_line
                WHERE side = 'seller' AND account = 'inventory' GROUP BY 1) l
              ON l.owner_id = m.seller_id
        """)
    )


@proof("closed months are as they were closed, one hash over another")
def closes_proof() -> Findings:
    """Also that no entry was written into a month after it was closed."""
    faults: list[str] = []
    before: dict[tuple, str] = {}
    checked = 0
    for row in Close.objects.order_by("owner_id", "side", "currency", "number"):
        checked += 1
        key = row.owner_id, row.side, row.currency
        if row.digest != digest_of(before.get(key, ""), row.month, row.entries, row.figures):
            faults.append(f"{row.month:%Y-%m} of {row.owner_id}")
        before[key] = row.digest
    late = compared(
        SQL("""
            SELECT 'a late entry of ' || c.owner_id || ' in ' || c.month,
                   count(e.id) = c.entries
            FROM books_close c
            LEFT JOIN books_entry e ON e.side = c.side AND e.currency = c.currency
             AND (e.owner_id = c.owner_id OR c.side = 'market')
             AND e.booked_on >= c.month AND e.booked_on < c.month + interval '1 month'
            WHERE c.reopened_at IS NULL GROUP BY c.owner_id, c.id
        """)
    )
    return Findings(checked + late.checked, faults + late.faults)

"""What must be true of gateways' reports."""

from psycopg.sql import SQL

from tijara.platform.audits import Findings, compared, proof

# Every booked line and its journals; every journal of a report and its line.
REPORTS = SQL("""
    SELECT coalesce('line ' || l.id, j.reference),
           CASE
           WHEN l.id IS NULL THEN false
           WHEN l.mark IS NULL THEN j.reference IS NULL AND l.verdict IN ('repeated', 'unreadable')
           ELSE coalesce(j.bank, 0) = l.net_minor AND coalesce(j.excess, 0) = l.excess_minor END
    FROM (SELECT l.* FROM clearing_line l
          JOIN clearing_report r ON r.id = l.report_id WHERE r.booked_at IS NOT NULL) l
    FULL JOIN (
        SELECT j.reference,
               sum(p.amount_minor * ((p.debit = 'bank')::int - (p.credit = 'bank')::int)) AS bank,
               sum(p.amount_minor * ((p.credit = 'gateway_payable')::int
                   - (p.debit = 'gateway_payable')::int)) AS excess
        FROM ledger_journal j
        JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
        WHERE j.kind = 'gateway_settled' GROUP BY 1) j ON j.reference = 'gateway_settled:' || l.id
""")
# What was settled of a payment is never more than it was for; shares are their lines.
SHARES = SQL("""
    SELECT 'line ' || l.id, l.settled_minor = coalesce(sum(s.settled_minor), 0)
           AND l.refunded_minor = coalesce(sum(s.refunded_minor), 0)
    FROM clearing_line l
    JOIN clearing_report r ON r.id = l.report_id AND r.booked_at IS NOT NULL
    LEFT JOIN clearing_share s ON s.line_id = l.id
    GROUP BY l.id
""")


@proof("every line of a gateway's report that was booked is in the journal, or says why not")
def reports_proof() -> Findings:
    return compared(REPORTS)


@proof("what sellers' orders got of a gateway's line is what the line settled")
def shares_proof() -> Findings:
    return compared(SHARES)

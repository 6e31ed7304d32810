"""What must be true of what sellers are owed and were paid."""

from django.db import connection
from psycopg.sql import SQL, Literal

from tijara.domains.ledger.queries import seller_statement
from tijara.domains.ledger.shapes import OF_SELLER
from tijara.platform.audits import Findings, compared, proof

from ..rules import PROVED_KINDS


@proof("every payout is in the journal as it was recorded, and the journal tells of no other")
def payouts_proof() -> Findings:
    return compared(
        SQL("""
            SELECT coalesce('payout ' || p.bank_reference, j.reference),
                   p.amount_minor IS NOT DISTINCT FROM j.amount AND j.postings = 1
            FROM settlements_payout p
            FULL JOIN (
                SELECT j.seller_id, j.reference, count(*) AS postings,
                       sum(s.amount_minor) FILTER (
                           WHERE s.debit IN ('seller_payable', 'payouts_on_their_way')
                             AND s.credit = 'bank') AS amount
                FROM ledger_journal j
                JOIN ledger_posting s ON s.seller_id = j.seller_id AND s.journal_id = j.id
                WHERE j.kind = 'payout' GROUP BY 1, 2) j
              ON j.seller_id = p.seller_id AND j.reference = 'payout:' || p.id
        """)
    )


@proof("every transfer to a bank is in the journal as far as it has come, and no other is")
def transfers_proof() -> Findings:
    return compared(
        SQL("""
            SELECT coalesce('transfer ' || t.id, j.subject),
                   coalesce(j.told, '') IS NOT DISTINCT FROM CASE t.state
                       WHEN 'ordered' THEN 'payout_ordered' || t.amount
                       WHEN 'paid' THEN 'payout' || t.amount || ' payout_ordered' || t.amount
                       WHEN 'failed' THEN
                           'payout_failed' || t.amount || ' payout_ordered' || t.amount
                       WHEN 'returned' THEN 'payout' || t.amount || ' payout_ordered' || t.amount
                           || ' payout_returned' || t.amount
                       ELSE '' END
            FROM (SELECT seller_id, id, state, ' ' || amount_minor AS amount
                  FROM settlements_transfer) t
            FULL JOIN (
                SELECT j.seller_id, split_part(j.reference, ':', 2) AS subject,
                       string_agg(j.kind || ' ' || s.amount_minor, ' ' ORDER BY j.kind) AS told
                FROM ledger_journal j
                JOIN ledger_posting s ON s.seller_id = j.seller_id AND s.journal_id = j.id
                WHERE j.kind IN ('payout_ordered', 'payout_failed', 'payout_returned')
                   OR j.kind = 'payout' AND s.debit = 'payouts_on_their_way'
                GROUP BY 1, 2) j
              ON j.seller_id = t.seller_id AND j.subject = t.id::text
        """)
    )


@proof("what is kept back of sellers is what the parts of their reserves say")
def reserves_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'seller ' || coalesce(p.seller_id, j.seller_id),
                   coalesce(p.kept, 0) = coalesce(j.kept, 0)
            FROM (SELECT seller_id, sum(left_minor) AS kept
                  FROM settlements_reserve_part GROUP BY 1) p
            FULL JOIN (
                SELECT seller_id, sum(CASE credit WHEN 'seller_reserve' THEN amount_minor
                                      ELSE -amount_minor END) AS kept
                FROM ledger_posting WHERE 'seller_reserve' IN (debit, credit) GROUP BY 1) j
              ON j.seller_id = p.seller_id
        """)
    )


@proof("what sellers have paid back is in the journal as it was written down, and nothing else is")
def repayments_proof() -> Findings:
    return compared(
        SQL("""
            SELECT coalesce('repayment ' || p.bank_reference, j.reference),
                   p.amount_minor IS NOT DISTINCT FROM j.amount
            FROM settlements_repayment p
            FULL JOIN (
                SELECT j.seller_id, j.reference, sum(s.amount_minor) FILTER (
                           WHERE s.debit = 'bank' AND s.credit = 'seller_payable') AS amount
                FROM ledger_journal j
                JOIN ledger_posting s ON s.seller_id = j.seller_id AND s.journal_id = j.id
                WHERE j.kind = 'seller_repaid' GROUP BY 1, 2) j
              ON j.seller_id = p.seller_id AND j.reference = 'seller_repaid:' || p.id
        """)
    )


@proof("every journal is of a kind that a proof knows")
def kinds_proof() -> Findings:
    """Each proof looks only at the kinds that it knows: here it shows what none of them sees."""
    return compared(
        SQL("""
            SELECT kind || ' ' || reference, kind = ANY({known}) FROM ledger_journal
        """).format(known=Literal(list(PROVED_KINDS)))
    )


@proof("what the statements say that sellers are owed is what the journal says")
def statements_proof() -> Findings:
    """Over every seller: the last balance of his statement, as it is drawn, is his account's."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seller_id, sum(amount_minor * ((credit = ANY(%(of)s))::int"
            " - (debit = ANY(%(of)s))::int))::bigint FROM ledger_posting"
            " WHERE credit = ANY(%(of)s) OR debit = ANY(%(of)s) GROUP BY seller_id",
            {"of": [str(one) for one in OF_SELLER]},
        )
        owed = cursor.fetchall()
    wrong = []
    for seller_id, amount in owed:
        newest = seller_statement(seller_id, limit=1).lines
        if [line.balance_minor for line in newest] != [amount] and (newest or amount):
            wrong.append(f"seller {seller_id}")
    return Findings(len(owed), wrong)

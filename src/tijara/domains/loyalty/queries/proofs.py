"""What must always hold of points."""

from psycopg.sql import SQL

from tijara.platform.audits import Findings, compared, proof
from tijara.platform.balances.proofs import accounts_are_moves_and_lots, moves_follow

from ..models import POINTS


@proof("every account of points is the sum of its moves and its lots")
def accounts_proof() -> Findings:
    return accounts_are_moves_and_lots(POINTS)


@proof("each move of points leaves what was there before it and itself")
def moves_proof() -> Findings:
    return moves_follow(POINTS)


@proof("what is pending in an account of points is what its orders will earn")
def pending_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'points ' || a.buyer_id, a.pending = coalesce(e.points, 0)
            FROM loyalty_account a
            LEFT JOIN (SELECT buyer_id, market_id, sum(points) AS points
                       FROM loyalty_earning WHERE state = 'pending' GROUP BY 1, 2) e
              ON e.buyer_id = a.buyer_id AND e.market_id = a.id
        """)
    )


@proof("the market's book owes and provides for points what the accounts say")
def books_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'market ' || coalesce(a.id, j.seller_id),
                   coalesce(a.owed, 0) = coalesce(j.owed, 0)
               AND coalesce(a.provided, 0) = coalesce(j.provided, 0)
            FROM (SELECT a.id, sum(a.balance) * p.worth_minor AS owed,
                         sum(a.pending) * p.worth_minor AS provided
                  FROM loyalty_account a JOIN loyalty_programme p ON p.id = a.id
                  GROUP BY a.id, p.worth_minor) a
            FULL JOIN (
                SELECT p.seller_id,
                       sum(CASE WHEN p.credit = 'points_liability' THEN p.amount_minor
                                WHEN p.debit = 'points_liability' THEN -p.amount_minor
                                ELSE 0 END) AS owed,
                       sum(CASE WHEN p.credit = 'points_provision' THEN p.amount_minor
                                WHEN p.debit = 'points_provision' THEN -p.amount_minor
                                ELSE 0 END) AS provided
                FROM ledger_posting p
                WHERE 'points_liability' IN (p.credit, p.debit)
                   OR 'points_provision' IN (p.credit, p.debit)
                GROUP BY 1) j ON j.seller_id = a.id
        """)
    )


@proof("what shops have paid of points is what they added to their orders' points")
def shops_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'order ' || coalesce(e.id, j.order_id),
                   coalesce(e.charged_minor, 0) = coalesce(j.paid, 0)
            FROM (SELECT id, charged_minor FROM loyalty_earning WHERE charged_minor > 0) e
            FULL JOIN (
                SELECT j.order_id, sum(CASE WHEN p.debit = 'seller_payable' THEN p.amount_minor
                                            ELSE -p.amount_minor END) AS paid
                FROM ledger_journal j
                JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
                WHERE j.kind = 'points_charged' AND 'seller_payable' IN (p.debit, p.credit)
                GROUP BY 1) j ON j.order_id = e.id
        """)
    )

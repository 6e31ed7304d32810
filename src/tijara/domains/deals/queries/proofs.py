"""What must be true of all deals, and of what was held by them."""

from psycopg.sql import SQL

from tijara.platform.audits import Findings, compared, proof

DEALS = SQL("""
    SELECT 'order ' || d.id,
           CASE WHEN d.state = 'settled' THEN coalesce(p.held_minor, 0) = 0
                WHEN d.state = 'parted' THEN coalesce(p.held_minor, 0) = 0 AND q.id IS NOT NULL
                WHEN d.state = 'undone' THEN coalesce(p.held_minor, 0) = 0
                    AND (o.state = 'refunded' OR q.id IS NOT NULL)
                WHEN d.state = 'performed' THEN o.state IN ('delivered', 'refunded')
                WHEN d.state = 'complained' THEN q.id IS NOT NULL
                    AND o.state NOT IN ('pending', 'cancelled', 'refused')
                WHEN d.state IN ('disputed', 'answered') THEN q.id IS NOT NULL
                    AND o.state IN ('delivered', 'refunded')
                ELSE false END
           AND d.state = (
               SELECT m.after FROM deals_move m
               WHERE m.seller_id = d.seller_id AND m.deal_id = d.id
               ORDER BY m.moved_at DESC, m.id DESC LIMIT 1)
    FROM deals_deal d
    JOIN orders_order o ON o.seller_id = d.seller_id AND o.id = d.id
    LEFT JOIN ledger_purse p ON p.seller_id = d.seller_id AND p.id = d.id
    LEFT JOIN deals_dispute q ON q.seller_id = d.seller_id AND q.id = d.id
""")
SETTLED = SQL("""
    SELECT j.reference, d.id IS NOT NULL
    FROM ledger_journal j
    LEFT JOIN deals_deal d
      ON d.seller_id = j.seller_id AND d.id = j.order_id
     AND d.state = CASE j.kind WHEN 'deal_settled' THEN 'settled' ELSE 'parted' END
    WHERE j.kind IN ('deal_settled', 'price_reduced')
""")


@proof("a deal that has ended holds nothing, and its state follows from its moves and its order")
def deals_proof() -> Findings:
    return compared(DEALS)


@proof("what was held became a seller's only when its deal had settled, or was parted by staff")
def settled_proof() -> Findings:
    return compared(SETTLED)

"""What must be true of all parcels: of their units, of their money, of the codes in them."""

from psycopg.sql import SQL

from tijara.platform.audits import Findings, compared, proof

# What the end of each parcel must have moved in each account; anything else is a fault. Whether
# what the seller earned is held or his at once, the market decides.
EXPECTED = SQL("""
    SELECT s.seller_id, 'parcel_' || s.outcome || ':' || s.id AS reference, x.account, x.amount
    FROM fulfilment_shipment s
    JOIN orders_order o ON o.seller_id = s.seller_id AND o.id = s.order_id
    CROSS JOIN LATERAL (
        SELECT s.items_minor + s.delivery_minor + s.fee_minor AS total,
               s.outcome = 'delivered' AS done,
               CASE WHEN o.paid_at IS NULL THEN s.credit_minor + s.ahead_minor
                    ELSE s.items_minor + s.delivery_minor + s.fee_minor END AS paid) f
    CROSS JOIN LATERAL (VALUES
        ('orders_pending', f.total),
        ('buyer_receivable', f.paid - f.total),
        ('buyer_refundable', CASE WHEN f.done THEN 0 ELSE -f.paid END),
        ('carrier_receivable', CASE WHEN f.done THEN f.total - f.paid ELSE 0 END),
        ('seller_payable', CASE WHEN f.done THEN s.commission_minor + s.commission_vat_minor
            - s.items_minor - s.delivery_minor - s.support_minor ELSE 0 END),
        ('market_promotions', CASE WHEN f.done THEN s.support_minor ELSE 0 END),
        ('commission_revenue', CASE WHEN f.done THEN -s.commission_minor ELSE 0 END),
        ('commission_vat', CASE WHEN f.done THEN -s.commission_vat_minor ELSE 0 END),
        ('payment_fee_revenue', CASE WHEN f.done THEN -s.fee_minor ELSE 0 END)
    ) AS x (account, amount)
    WHERE s.ended_at IS NOT NULL
    UNION ALL
    SELECT s.seller_id, 'deposit_lost:' || s.id, x.account, x.amount
    FROM fulfilment_shipment s
    CROSS JOIN LATERAL (VALUES
        ('buyer_refundable', s.lost_minor), ('seller_payable', -s.lost_minor)
    ) AS x (account, amount)
    WHERE s.lost_minor > 0
""")
POSTED = SQL("""
    SELECT j.seller_id, j.reference,
           CASE s.account WHEN 'seller_held' THEN 'seller_payable' ELSE s.account END AS account,
           sum(s.amount) AS amount
    FROM ledger_journal j
    JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
    CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
        AS s (account, amount)
    WHERE j.kind IN ('parcel_delivered', 'parcel_refused', 'parcel_given_up',
                     'parcel_lost', 'deposit_lost')
    GROUP BY 1, 2, 3
""")
COMPARED = SQL("""
    SELECT coalesce(e.reference, p.reference) || ' ' || coalesce(e.account, p.account),
           coalesce(e.amount, 0) = coalesce(p.amount, 0)
    FROM ({expected}) e
    FULL JOIN ({posted}) p
      ON p.seller_id = e.seller_id AND p.reference = e.reference AND p.account = e.account
""").format(expected=EXPECTED, posted=POSTED)
# Every order beside the sum of its parcels.
PARCELS = SQL("""
    SELECT 'order ' || o.number,
           coalesce(l.too_many, 0) = 0
       AND CASE
           WHEN l.whole THEN
                s.items = o.items_minor AND s.delivery = o.delivery_minor AND s.fee = o.fee_minor
            AND s.tax = o.tax_minor AND s.commission = o.commission_minor
            AND s.credit = o.credit_minor AND s.ahead = o.ahead_minor
            AND s.commission_vat = o.commission_vat_minor
            AND s.support = l.support + o.delivery_support_minor
           ELSE s.items < o.items_minor OR o.items_minor = 0 END
       AND s.charged <= 1
       AND CASE
           WHEN o.state IN ('delivered', 'refunded') THEN l.whole AND s.open = 0 AND s.delivered > 0
           WHEN o.state = 'refused'
           THEN l.whole AND s.open = 0 AND s.delivered = 0 AND s.refused > 0
           WHEN o.state = 'shipped' THEN l.whole AND s.open > 0
           WHEN o.state = 'cancelled'
           THEN s.parcels = 0 OR (l.whole AND s.open + s.delivered + s.refused = 0)
           WHEN o.state IN ('placed', 'confirmed', 'packed') THEN NOT l.whole
           ELSE s.parcels = 0 END
       AND CASE
           WHEN o.state = 'cancelled' AND s.parcels = 0 THEN true
           ELSE coalesce(m.back, 0) BETWEEN s.back AND s.back + s.gone END
    FROM orders_order o
    CROSS JOIN LATERAL (
        SELECT count(*) AS parcels, count(*) FILTER (WHERE ended_at IS NULL) AS open,
               count(*) FILTER (WHERE outcome = 'delivered') AS delivered,
               count(*) FILTER (WHERE outcome = 'refused') AS refused,
               count(*) FILTER (WHERE has_charges) AS charged,
               coalesce(sum(items_minor), 0) AS items, coalesce(sum(delivery_minor), 0) AS delivery,
               coalesce(sum(fee_minor), 0) AS fee, coalesce(sum(tax_minor), 0) AS tax,
               coalesce(sum(commission_minor), 0) AS commission,
               coalesce(sum(commission_vat_minor), 0) AS commission_vat,
               coalesce(sum(support_minor), 0) AS support,
               coalesce(sum(credit_minor), 0) AS credit,
               coalesce(sum(ahead_minor), 0) AS ahead,
               coalesce(sum(u.units) FILTER (WHERE outcome IN (
                   'refused', 'given_up', 'lost')), 0) AS back,
               coalesce(sum(u.units) FILTER (WHERE outcome = 'delivered'), 0) AS gone
        FROM fulfilment_shipment p
        CROSS JOIN LATERAL (
            SELECT coalesce(sum(quantity), 0) AS units FROM fulfilment_line
            WHERE seller_id = p.seller_id AND shipment_id = p.id) u
        WHERE p.seller_id = o.seller_id AND p.order_id = o.id) s
    CROSS JOIN LATERAL (
        SELECT bool_and(coalesce(t.taken, 0) = n.quantity) AS whole,
               sum(n.support_minor) AS support,
               count(*) FILTER (WHERE t.taken > n.quantity) AS too_many
        FROM orders_line n
        LEFT JOIN (
            SELECT line_id, sum(quantity) AS taken FROM fulfilment_line
            WHERE seller_id = o.seller_id AND order_id = o.id GROUP BY line_id) t
          ON t.line_id = n.id
        WHERE n.seller_id = o.seller_id AND n.order_id = o.id) l
    LEFT JOIN (
        SELECT seller_id, reference_id, sum(quantity) AS back FROM inventory_movement
        WHERE kind = 'restock' GROUP BY 1, 2) m
      ON m.seller_id = o.seller_id AND m.reference_id = o.id
""")
CODES = SQL("""
    SELECT 'order ' || o.number, coalesce(c.codes, 0) = coalesce(d.units, 0)
    FROM orders_line l
    JOIN orders_order o ON o.seller_id = l.seller_id AND o.id = l.order_id
    JOIN inventory_stock s ON s.seller_id = l.seller_id AND s.id = l.stock_id AND s.kind = 'codes'
    LEFT JOIN (
        SELECT seller_id, line_id, count(*) AS codes FROM inventory_code
        WHERE line_id IS NOT NULL GROUP BY 1, 2) c
      ON c.seller_id = l.seller_id AND c.line_id = l.id
    LEFT JOIN (
        SELECT f.seller_id, f.line_id, sum(f.quantity) AS units
        FROM fulfilment_line f
        JOIN fulfilment_shipment p ON p.seller_id = f.seller_id AND p.id = f.shipment_id
        WHERE p.kind = 'digital' GROUP BY 1, 2) d
      ON d.seller_id = l.seller_id AND d.line_id = l.id
""")


@proof("the journal tells what became of every parcel, and of nothing else")
def journal_proof() -> Findings:
    return compared(COMPARED)


@proof("every order's parcels are what it sold, in units and in money, and its state follows")
def parcels_proof() -> Findings:
    return compared(PARCELS)


LOSSES = SQL("""
    SELECT coalesce('loss ' || l.id, p.reference),
           CASE WHEN l.claimant = 'market' THEN l.paid_minor ELSE 0 END = coalesce(p.amount, 0)
    FROM fulfilment_loss l
    FULL JOIN (
        SELECT j.seller_id, j.reference, sum(g.amount_minor) AS amount
        FROM ledger_journal j
        JOIN ledger_posting g ON g.seller_id = j.seller_id AND g.journal_id = j.id
        WHERE j.kind = 'loss_paid' AND g.debit = 'bank' AND g.credit = 'seller_payable'
        GROUP BY 1, 2) p
      ON p.seller_id = l.seller_id AND p.reference = 'loss_paid:' || l.id
    UNION ALL
    SELECT 'parcel ' || s.id, EXISTS (
        SELECT FROM fulfilment_loss l
        WHERE l.seller_id = s.seller_id AND l.shipment_id = s.id AND NOT l.is_resent)
    FROM fulfilment_shipment s WHERE s.outcome = 'lost'
""")


@proof("every lost parcel is claimed, and what carriers pay the market for it is its seller's")
def losses_proof() -> Findings:
    return compared(LOSSES)


@proof("every line of licence codes that was delivered has its codes, and no other has any")
def codes_proof() -> Findings:
    return compared(CODES)

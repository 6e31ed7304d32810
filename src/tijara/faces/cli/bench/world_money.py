"""The money of a bench's orders: journals, charges, what the gateway said, what went back."""

from .world_sale import Fill

OF_SELLER = "seller_payable"

JOURNAL_ROWS = """
    LEFT JOIN bench_paid p ON p.n = s.n
    CROSS JOIN LATERAL (VALUES
        (0, 'cash_remitted', p.line_id, CASE WHEN p.n IS NOT NULL THEN s.remitted_at END, 0),
        (1, 'order_placed', s.id, s.placed_at, 0),
        (2, 'order_paid', s.id, CASE WHEN s.is_paid THEN s.placed_at END, 0),
        (3, 'parcel_delivered', s.parcel_id, s.arrived_at, s.share),
        (4, 'parcel_refused', s.parcel_id, s.refused_at, 0),
        (5, 'order_cancelled', s.id, s.cancelled_at, 0),
        (6, 'order_refunded', s.id, s.refunded_at, -s.share),
        (7, 'refund_paid', s.owed_id, CASE WHEN s.goes_back THEN s.back_at END, 0)
    ) AS j (k, kind, subject, at, earned)
"""
JOURNALS = Fill(
    "ledger_journal",
    """seller_id, id, kind, reference, order_id, currency, earned_minor,
        occurred_at""",
    """
    SELECT s.seller_id, pg_temp.id_at(j.at, s.n * 8 + j.k, {salt} + 50), j.kind,
        j.kind || ':' || j.subject, s.id, {currency}, j.earned, j.at
    FROM bench_sale s {journal_rows} WHERE j.at IS NOT NULL
""",
)
POSTINGS = Fill(
    "ledger_posting",
    """seller_id, id, journal_id, debit, credit, amount_minor""",
    """
    SELECT s.seller_id, pg_temp.id_at(m.at, s.n * 64 + m.k * 8 + m.place, {salt} + 51),
        pg_temp.id_at(m.at, s.n * 8 + m.k, {salt} + 50), m.debit, m.credit, m.amount
    FROM (SELECT *, CASE WHEN method = {card} THEN 'gateway_receivable' ELSE 'bank' END AS pocket,
              CASE WHEN is_paid THEN 'buyer_refundable' ELSE 'buyer_receivable' END AS undone,
              CASE WHEN has_cash THEN remitted_at END AS cash_at,
              CASE WHEN is_paid THEN placed_at END AS paid_at,
              CASE WHEN NOT is_paid THEN arrived_at END AS collected_at,
              CASE WHEN goes_back THEN back_at END AS given_at
          FROM bench_sale) AS s
    CROSS JOIN LATERAL (VALUES
        (0, 0, s.cash_at, 'bank', 'carrier_receivable', s.total),
        (1, 0, s.placed_at, 'buyer_receivable', 'orders_pending', s.total),
        (2, 0, s.paid_at, s.pocket, 'buyer_receivable', s.total),
        (3, 0, s.collected_at, 'carrier_receivable', 'buyer_receivable', s.total),
        (3, 1, s.arrived_at, 'orders_pending', {of_seller}, s.share),
        (3, 2, s.arrived_at, 'orders_pending', 'commission_revenue', s.commission),
        (3, 3, s.arrived_at, 'orders_pending', 'commission_vat', s.commission_vat),
        (3, 4, s.arrived_at, 'orders_pending', 'payment_fee_revenue', s.fee),
        (4, 0, s.refused_at, 'orders_pending', s.undone, s.total),
        (5, 0, s.cancelled_at, 'orders_pending', s.undone, s.total),
        (6, 0, s.refunded_at, {of_seller}, 'buyer_refundable', s.share),
        (6, 1, s.refunded_at, 'commission_revenue', 'buyer_refundable', s.commission),
        (6, 2, s.refunded_at, 'commission_vat', 'buyer_refundable', s.commission_vat),
        (6, 3, s.refunded_at, 'payment_fee_revenue', 'buyer_refundable', s.fee),
        (7, 0, s.given_at, 'buyer_refundable', s.pocket, s.total)
    ) AS m (k, place, at, debit, credit, amount)
    WHERE m.at IS NOT NULL AND m.amount > 0
""",
)
"""Of each journal, by the same k."""
CHARGES = Fill(
    "payments_charge",
    """buyer_id, id, checkout_id, market_id, method, state, currency,
        amount_minor, parts, reference, language, recipient, opened_at, due_at, moved_at, paid_at,
        bank_reference""",
    """
    SELECT buyer_id, charge_id, checkout_id, {market}, method,
        CASE WHEN is_paid THEN 'paid' ELSE 'open' END, {currency}, total,
        jsonb_build_array(jsonb_build_object('seller_id', seller_id, 'order_id', id,
            'number', number, 'amount_minor', total)),
        pg_temp.letters(pg_temp.mixed(n, {salt} + 52)), 'ar', '', placed_at,
        placed_at + {time_to_pay}::interval, placed_at, CASE WHEN is_paid THEN placed_at END,
        CASE WHEN is_paid AND method <> {card} THEN 'FT-' || number ELSE '' END
    FROM bench_sale WHERE is_charged
""",
)
ATTEMPTS = Fill(
    "payments_attempt",
    """buyer_id, id, charge_id, gateway, state, gateway_id, payment_id,
        page, reason, last_error, started_at, moved_at, check_at, checks""",
    """
    SELECT buyer_id, pg_temp.id_at(placed_at, n, {salt} + 53), charge_id, 'moyasar',
        CASE WHEN is_paid THEN 'paid' ELSE 'open' END, charge_id,
        left('p' || replace(checkout_id::text, '-', ''), 36), '', '', '', placed_at, placed_at,
        NULL, 1
    FROM bench_sale WHERE method = {card}
""",
)
NOTICES = Fill(
    "payments_notice",
    """id, gateway, digest, body, kind, gateway_id, state, note, times,
        received_at, last_at, tries, retry_at, processed_at, buyer_id, charge_id""",
    """
    SELECT pg_temp.id_at(placed_at, n, {salt} + 54), 'moyasar',
        repeat(replace(pg_temp.id_at(placed_at, n, {salt} + 54)::text, '-', ''), 2), '{{}}',
        'payment_paid', charge_id, 'done', '', 1, placed_at, placed_at, 1, NULL, placed_at,
        buyer_id, charge_id
    FROM bench_sale WHERE method = {card} AND is_paid
""",
)
OWED = Fill(
    "returns_owed",
    """seller_id, id, reference, order_id, buyer_id, return_id, cause,
        reason, is_restocked, currency, amount_minor, items_minor, delivery_minor, fee_minor,
        tax_minor, commission_minor, commission_vat_minor, method, payment_refund_id, opened_at,
        paid_at""",
    """
    SELECT seller_id, owed_id,
        CASE WHEN state = 'refused' THEN 'parcel:' || parcel_id ELSE 'order:' || id END, id,
        buyer_id, NULL, CASE WHEN r THEN 'returned' ELSE 'undelivered' END,
        CASE WHEN r THEN 'other' ELSE '' END, false, {currency}, total,
        r::int * items, r::int * {delivery}, r::int * fee, r::int * tax, r::int * commission,
        r::int * commission_vat, CASE WHEN is_charged THEN method ELSE {transfer} END, refund_id,
        ended_at, back_at
    FROM (SELECT *, state = 'refunded' AS r FROM bench_sale WHERE goes_back) AS s
""",
)
OWED_LINES = Fill(
    "returns_owed_line",
    """seller_id, id, owed_id, order_id, line_id, quantity, items_minor,
        tax_minor, commission_minor, commission_vat_minor""",
    """
    SELECT l.seller_id, pg_temp.id_at(s.ended_at, l.n * 4 + l.position, {salt} + 55), s.owed_id,
        l.order_id, l.id, l.units, l.total, l.tax, l.commission, l.commission_vat
    FROM bench_sold l JOIN bench_sale s ON s.n = l.n WHERE s.state = 'refunded'
""",
)
REFUNDS = Fill(
    "payments_refund",
    """buyer_id, id, once, charge_id, attempt_id, seller_id, order_id,
        number, method, state, currency, amount_minor, reason, needs_staff, bank_reference,
        opened_at, paid_at, tries, retry_at, last_error, given_before_minor""",
    """
    SELECT buyer_id, refund_id, left('order:' || seller_id || ':' || id, 80), charge_id, NULL,
        seller_id, id, number, CASE WHEN is_charged THEN method ELSE {transfer} END, 'paid',
        {currency}, total, CASE WHEN state = 'refunded' THEN 'returned' ELSE 'undelivered' END,
        false, '', ended_at, back_at, 1, NULL, '', 0
    FROM bench_sale WHERE goes_back
""",
)
FILLING = (JOURNALS, POSTINGS, CHARGES, ATTEMPTS, NOTICES, OWED, OWED_LINES, REFUNDS)

EARNED = """
    SELECT seller_id, date_trunc('month', occurred_at, 'UTC'), sum(earned_minor)::bigint
    FROM ledger_journal WHERE earned_minor <> 0 GROUP BY 1, 2 ORDER BY 1, 2
"""
PAYOUTS = Fill(
    "settlements_payout",
    """seller_id, id, currency, amount_minor, bank_reference, paid_on,
        holder, masked, person_id, recorded_at""",
    """
    SELECT seller_id, id, {currency}, amount, 'PO-' || left(replace(id::text, '-', ''), 16),
        (at AT TIME ZONE 'UTC')::date, 'مؤسسة', '•••• 7519', NULL, at
    FROM bench_payout
""",
)
PAYOUT_JOURNALS = Fill(
    "ledger_journal",
    """seller_id, id, kind, reference, order_id, currency, earned_minor,
        occurred_at""",
    """
    SELECT seller_id, pg_temp.id_at(at, n, {salt} + 57), 'payout', 'payout:' || id, NULL,
        {currency}, -amount, at
    FROM bench_payout
""",
)
PAYOUT_POSTINGS = Fill(
    "ledger_posting",
    """seller_id, id, journal_id, debit, credit, amount_minor""",
    """
    SELECT seller_id, pg_temp.id_at(at, n, {salt} + 58), pg_temp.id_at(at, n, {salt} + 57),
        {of_seller}, 'bank', amount
    FROM bench_payout
""",
)
PAYING_OUT = (PAYOUTS, PAYOUT_JOURNALS, PAYOUT_POSTINGS)
"""What stands in `bench_payout`."""

"""The rows of a bench's orders themselves: lines, moves, units, parcels and the parcels' cash.

Each part of the trade is drawn into two tables of the session: `bench_sale`, a row an order, and
`bench_sold`, a row a line; then each table of the market is filled from them by one statement.
"""

from datetime import timedelta

from .world_sale import Fill

CARRIERS = (("smsa", "سمسا"), ("aramex", "أرامكس"), ("spl", "سبل"))
TIME_TO_PAY = timedelta(days=2)
CARRIER_DAYS = timedelta(days=9)
"""From a delivery until its carrier pays the cash, and until he is late."""
GIVEN_BACK = timedelta(days=2)
"""From the end of a paid order until its buyer has his money again."""

CHOSEN = """
    CREATE TEMP TABLE bench_chosen AS
    SELECT d.*, q.seller_id, q.lane, q.goods,
        ({lines}::int[])[1 + floor(pg_temp.chance(d.n, {salt} + 20) * {lines_many})::int] AS lines,
        floor(q.goods * power(pg_temp.chance(d.n, {salt} + 21), 3))::int AS place_1,
        floor(q.goods * power(pg_temp.chance(d.n, {salt} + 22), 3))::int AS place_2,
        floor(q.goods * power(pg_temp.chance(d.n, {salt} + 23), 3))::int AS place_3
    FROM ({drawn}) AS d JOIN bench_seller q ON q.rank = d.rank
"""
"""The first of a shelf most often."""
SOLD = """
    CREATE TEMP TABLE bench_sold AS
    SELECT c.n, c.id AS order_id, c.placed_at, l.position, g.*, u.units,
        pg_temp.id_at(c.placed_at, c.n * 4 + l.position, {salt} + 24) AS id,
        g.price * u.units AS total, pg_temp.tax_in(g.price * u.units) AS tax,
        g.price * u.units / 10 AS commission, g.price * u.units * 15 / 1000 AS commission_vat
    FROM bench_chosen c
    CROSS JOIN LATERAL (VALUES (0, c.place_1), (1, c.place_2), (2, c.place_3))
      AS l (position, place)
    JOIN bench_shelf g ON g.rank = c.rank AND g.place = l.place
    CROSS JOIN LATERAL (SELECT ({units}::int[])[1 + floor(pg_temp.chance(
        c.n * 4 + l.position, {salt} + 25) * {units_many})::int]::bigint AS units) AS u
    WHERE l.position < c.lines AND (l.position = 0 OR l.place <> c.place_1)
      AND (l.position < 2 OR l.place <> c.place_2)
"""
"""What is bought together, each once."""
SALE = """
    CREATE TEMP TABLE bench_sale AS
    SELECT s.*, items + {delivery} + fee AS total,
        items + {delivery} - commission - commission_vat AS share,
        pg_temp.buyer_id(buyer) AS buyer_id, pg_temp.buyer_name(buyer) AS buyer_name,
        pg_temp.letters(pg_temp.mixed(n, {salt} + 30)) AS number,
        pg_temp.id_at(placed_at, n, {salt} + 31) AS checkout_id,
        CASE WHEN is_charged THEN pg_temp.id_at(placed_at, n, {salt} + 32) END AS charge_id,
        CASE WHEN shipped_at IS NOT NULL THEN pg_temp.id_at(placed_at, n, {salt} + 33) END
          AS parcel_id,
        CASE WHEN goes_back THEN pg_temp.id_at(ended_at, n, {salt} + 34) END AS refund_id,
        CASE WHEN goes_back THEN pg_temp.id_at(ended_at, n, {salt} + 35) END AS owed_id,
        (30000000000 + n)::text AS waybill, 1 + (n % {carriers_many})::int AS carrier,
        NOT is_charged AND shipped_at IS NOT NULL AS has_cash,
        CASE WHEN arrived_at + {carrier_days}::interval <= {moment}::timestamptz
             THEN arrived_at + {carrier_days}::interval END AS remitted_at,
        least(ended_at + {given_back}::interval, {moment}::timestamptz) AS back_at
    FROM (
        SELECT c.*, l.items, l.commission, l.commission_vat,
            CASE WHEN c.is_charged THEN 0 ELSE {fee} END::bigint AS fee,
            l.tax + pg_temp.tax_in({delivery})
              + pg_temp.tax_in(CASE WHEN c.is_charged THEN 0 ELSE {fee} END) AS tax,
            c.state = 'refunded' OR (c.is_paid AND c.state IN ('cancelled', 'refused'))
              AS goes_back,
            least(floor(greatest({buyers} * c.of_time, 1)
              * power(pg_temp.chance(c.n, {salt} + 36), {fall}::float8))::bigint, {buyers} - 1)
              AS buyer
        FROM bench_chosen c
        JOIN (SELECT n, sum(total)::bigint AS items, sum(commission)::bigint AS commission,
                     sum(commission_vat)::bigint AS commission_vat, sum(tax)::bigint AS tax
              FROM bench_sold GROUP BY n) AS l ON l.n = c.n
        ORDER BY c.n
    ) AS s
"""
"""Each by one of the buyers who had come by then."""
DRAWING = (CHOSEN, "ANALYZE bench_chosen", SOLD, SALE, "ANALYZE bench_sold", "ANALYZE bench_sale")

ORDERS = Fill(
    "orders_order",
    """seller_id, id, number, idempotency_key, buyer_id, checkout_id,
        market_id, state, placed_at, moved_at, currency, items_minor, delivery_minor, fee_minor,
        tax_minor, delivery_tax_minor, delivery_category, delivery_bp, fee_tax_minor, fee_category,
        fee_bp, total_minor, commission_minor, commission_vat_minor, payment_method, language,
        recipient, phone, email, address, charge_id, due_at, paid_at, begun_at""",
    """
    SELECT seller_id, id, number, pg_temp.id_at(placed_at, n, {salt} + 40), buyer_id, checkout_id,
        {market}, state, placed_at, ended_at, {currency}, items, {delivery}, fee,
        tax, pg_temp.tax_in({delivery}), 'S', 1500, pg_temp.tax_in(fee), 'S',
        1500, total, commission, commission_vat, method, 'ar',
        buyer_name, pg_temp.buyer_phone(buyer), '',
        jsonb_build_object('city', pg_temp.buyer_city(buyer)),
        charge_id, CASE WHEN is_charged THEN placed_at + {time_to_pay}::interval END,
        CASE WHEN is_paid THEN placed_at END, shipped_at
    FROM bench_sale
""",
)
LINES = Fill(
    "orders_line",
    """seller_id, id, order_id, position, offer_id, offer_version, stock_id,
        variant_id, product_id, name_ar, name_en, picture, sku, quantity, list_minor, unit_minor,
        total_minor, tax_bp, tax_minor, net_minor, tax_category, commission_minor,
        commission_vat_minor, kind""",
    """
    SELECT seller_id, id, order_id, position, offer_id, 1, stock_id,
        variant_id, product_id, name_ar, name_en, '', '', units, price, price,
        total, 1500, tax, total - tax, 'S', commission, commission_vat, 'physical'
    FROM bench_sold
""",
)
MOVES = Fill(
    "orders_move",
    """seller_id, id, order_id, before, after, actor_kind, person_id, reason,
        moved_at""",
    """
    SELECT s.seller_id, pg_temp.id_at(m.at, s.n * 16 + m.k, {salt} + 41), s.id, m.before, m.after,
        'seller', NULL, CASE WHEN m.after = 'cancelled' THEN 'out_of_stock' ELSE '' END, m.at
    FROM bench_sale s {step_rows} WHERE m.at IS NOT NULL
""",
)
MOVEMENTS = Fill(
    "inventory_movement",
    """seller_id, id, stock_id, quantity, kind, reference_id, moved_at""",
    """
    SELECT l.seller_id, pg_temp.id_at(m.at, l.n * 16 + l.position * 2 + m.k, {salt} + 42),
        l.stock_id, m.sign * l.units, m.kind, l.order_id, m.at
    FROM bench_sold l JOIN bench_sale s ON s.n = l.n
    CROSS JOIN LATERAL (VALUES (0, -1, 'sale', s.placed_at), (1, 1, 'restock',
        CASE WHEN s.state IN ('cancelled', 'refused') THEN s.ended_at END)) AS m (k, sign, kind, at)
    WHERE m.at IS NOT NULL
""",
)
SHIPMENTS = Fill(
    "fulfilment_shipment",
    """seller_id, id, order_id, carrier, tracking_number, shipped_at,
        ended_at, outcome, currency, items_minor, delivery_minor, fee_minor, tax_minor,
        commission_minor, commission_vat_minor, has_charges""",
    """
    SELECT seller_id, parcel_id, id, ({carrier_names}::text[])[carrier], waybill, shipped_at,
        coalesce(arrived_at, refused_at),
        CASE WHEN arrived_at IS NOT NULL THEN 'delivered'
             WHEN refused_at IS NOT NULL THEN 'refused' ELSE '' END, {currency},
        items, {delivery}, fee, tax, commission, commission_vat, true
    FROM bench_sale WHERE parcel_id IS NOT NULL
""",
)
IN_PARCELS = Fill(
    "fulfilment_line",
    """seller_id, id, shipment_id, order_id, line_id, quantity""",
    """
    SELECT l.seller_id, pg_temp.id_at(s.shipped_at, l.n * 4 + l.position, {salt} + 43),
        s.parcel_id, l.order_id, l.id, l.units
    FROM bench_sold l JOIN bench_sale s ON s.n = l.n WHERE s.parcel_id IS NOT NULL
""",
)
PARCELS = Fill(
    "cash_parcel",
    """seller_id, id, order_id, number, number_key, carrier_id, waybill,
        currency, amount_minor, paid_minor, waiting_minor, share_minor, owed_back_minor, state,
        opened_at, moved_at, collected_at, due_at, is_proved""",
    """
    SELECT seller_id, parcel_id, id, number, replace(number, '-', ''),
        ({carriers}::uuid[])[carrier], waybill, {currency}, total,
        CASE WHEN remitted_at IS NOT NULL THEN total ELSE 0 END, 0, share, 0,
        CASE WHEN state = 'refused' THEN 'returned' WHEN remitted_at IS NOT NULL THEN 'reconciled'
             WHEN arrived_at IS NOT NULL THEN 'collected' ELSE 'with_carrier' END,
        shipped_at, coalesce(refused_at, remitted_at + interval '3 hours', arrived_at, shipped_at),
        arrived_at, arrived_at + {carrier_days}::interval, false
    FROM bench_sale WHERE has_cash
""",
)
CASH_MOVES = Fill(
    "cash_move",
    """seller_id, id, parcel_id, before, after, actor_kind, person_id, reason,
        moved_at""",
    """
    SELECT s.seller_id, pg_temp.id_at(m.at, s.n * 4 + m.k, {salt} + 44), s.parcel_id, m.before,
        m.after, CASE WHEN m.k > 1 THEN 'staff' ELSE 'seller' END, NULL, '', m.at
    FROM bench_sale s CROSS JOIN LATERAL (VALUES
        (0, 'with_carrier', 'returned', s.refused_at),
        (1, 'with_carrier', 'collected', s.arrived_at),
        (2, 'collected', 'remitted', s.remitted_at),
        (3, 'remitted', 'reconciled', s.remitted_at + interval '3 hours'))
        AS m (k, before, after, at)
    WHERE s.has_cash AND m.at IS NOT NULL
""",
)
PAID = """
    CREATE TEMP TABLE bench_paid AS
    SELECT s.n, s.carrier, p.at, pg_temp.id_at(p.at, p.first, {salt} + 45) AS remittance_id,
        pg_temp.id_at(p.at, s.n, {salt} + 46) AS line_id,
        row_number() OVER (PARTITION BY s.carrier, p.day ORDER BY s.n) - 1 AS place
    FROM bench_sale s
    JOIN (SELECT carrier, date_trunc('day', remitted_at) AS day, max(remitted_at) AS at,
                 min(n) AS first
          FROM bench_sale WHERE has_cash AND remitted_at IS NOT NULL GROUP BY 1, 2) AS p
      ON p.carrier = s.carrier AND p.day = date_trunc('day', s.remitted_at)
    WHERE s.has_cash
"""
"""Which list of its carrier each parcel stands on: one a day."""
REMITTANCES = Fill(
    "cash_remittance",
    """id, carrier_id, market_id, currency, file_id, file_name, file_hash,
        header, columns, brought_at, brought_by, bank_reference, booked_at, booked_by, closed_at""",
    """
    SELECT remittance_id, ({carriers}::uuid[])[carrier], {market}, {currency},
        pg_temp.id_at(at, n, {salt} + 47),
        ({carrier_names}::text[])[carrier] || to_char(at, ' YYYY-MM-DD') || '.csv',
        repeat(replace(remittance_id::text, '-', ''), 2), '[]', '{{}}', at, NULL,
        'FT-' || left(replace(remittance_id::text, '-', ''), 12), at, NULL, at
    FROM bench_paid WHERE place = 0
""",
)
REMITTED = Fill(
    "cash_remittance_line",
    """id, remittance_id, carrier_id, place, mark, waybill,
        amount_minor, charge_minor, paid_on, fault, verdict, debt_minor, excess_minor,
        owed_back_minor, seller_id, parcel_id, explained_at, explained_by""",
    """
    SELECT p.line_id, p.remittance_id, ({carriers}::uuid[])[p.carrier], p.place,
        repeat(replace(p.line_id::text, '-', ''), 2), s.waybill, s.total, 0,
        (p.at AT TIME ZONE 'UTC')::date, '', 'paid', s.total, 0, 0, s.seller_id, s.parcel_id,
        NULL, NULL
    FROM bench_paid p JOIN bench_sale s ON s.n = p.n
""",
)
FILLING = (
    ORDERS, LINES, MOVES, MOVEMENTS, SHIPMENTS, IN_PARCELS, PARCELS, CASH_MOVES, PAID, REMITTANCES,
    REMITTED,
)  # fmt: skip

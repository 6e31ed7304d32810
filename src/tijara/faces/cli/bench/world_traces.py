"""What a bench's orders left behind: their facts with their reactions, the acts, the letters."""

from .world_sale import Fill

ACTS = {
    "confirmed": "orders.confirm_order",
    "packed": "fulfilment.pack_order",
    "shipped": "fulfilment.ship_order",
    "delivered": "fulfilment.record_delivery",
    "refused": "fulfilment.record_refusal",
    "refunded": "returns.refund_order",
    "cancelled": "orders.cancel_order",
}
REACTIONS = ["orders.reactions.tell_buyer", "search.reactions.count_sold_products"]

FACTS = """
    CREATE TEMP TABLE bench_fact AS
    SELECT s.n, m.k, s.seller_id, s.lane, m.after, m.at,
        pg_temp.id_at(m.at, s.n * 16 + m.k, {salt} + 11) AS id
    FROM bench_sale s {step_rows}
    WHERE m.at >= {facts_kept}::timestamptz
    UNION ALL
    SELECT n, 0, seller_id, lane, 'placed', placed_at,
        pg_temp.id_at(placed_at, n * 16, {salt} + 11)
    FROM bench_sale WHERE NOT is_charged AND placed_at >= {facts_kept}::timestamptz
"""
EVENTS = Fill(
    "outbox_event",
    """owner_id, id, name, body, lane, recorded_at, delivered_at, attempts,
        retry_at, last_error""",
    """
    SELECT f.seller_id, f.id, 'orders.order_' || f.after || '.v1',
        jsonb_build_object('seller_id', s.seller_id, 'order_id', s.id, 'number', s.number,
            'buyer_id', s.buyer_id), f.lane, f.at, f.at, 0, NULL, ''
    FROM bench_fact f JOIN bench_sale s ON s.n = f.n
""",
)
REACTED = Fill(
    "outbox_reaction",
    """owner_id, event_id, reaction""",
    """
    SELECT seller_id, id, unnest({reactions}::text[]) FROM bench_fact
""",
)
LETTERS = Fill(
    "messaging_message",
    """owner_id, id, key, kind, channel, recipient, language, subject,
        text, html, created_at, sent_at, given_up_at, attempts, retry_at, last_error, secret_until,
        means""",
    """
    SELECT seller_id, pg_temp.id_at(placed_at, n, {salt} + 12), 'bench:' || id, 'orders.placed',
        'demonstration_inbox', pg_temp.buyer_phone(buyer), 'ar', 'طلبك ' || number || ' وصل', '',
        '', placed_at, placed_at, NULL, 1, NULL, '', NULL, 'sms'
    FROM bench_sale WHERE placed_at > {letters_kept}::timestamptz
""",
)
FILLING = (FACTS, EVENTS, REACTED, LETTERS)

CHAIN = """
    CREATE FUNCTION pg_temp.linked(last text, head text, beginning text) RETURNS text
        LANGUAGE plpgsql IMMUTABLE AS $$BEGIN
            last := coalesce(right(last, 64), beginning);
            RETURN last || encode(sha256(convert_to(head || last || '"}}', 'UTF8')), 'hex');
        END$$;
    CREATE AGGREGATE pg_temp.chained(text, text) (sfunc = pg_temp.linked, stype = text)
"""
"""The hash before, and this entry's: over its canonical form (`platform/audit/chain`), of which the
hash before is the last word."""
ENTRIES = Fill(
    "audit_entry",
    """owner_id, id, person_id, actor_kind, action, facts, recorded_at, place,
        previous, hash""",
    """
    SELECT seller_id, id, seller_id, 'seller', action, facts::jsonb, at, place,
        left(hashes, 64), right(hashes, 64)
    FROM (
        SELECT *, pg_temp.chained(
            '{{"action":"' || action || '","actor":"seller","at":"'
              || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || '+00:00","facts":'
              || facts || ',"form":1,"id":"' || id || '","owner":"' || seller_id || '","person":"'
              || seller_id || '","place":' || place || ',"previous":"', beginning)
            OVER (PARTITION BY seller_id ORDER BY place ROWS UNBOUNDED PRECEDING) AS hashes
        FROM (
            SELECT q.seller_id, e.beginning, m.at,
                pg_temp.id_at(m.at, s.n * 16 + m.k, {salt} + 13) AS id,
                ({acts}::text[])[m.k - 1] AS action,
                '{{"order_id":"' || s.id || '","seller_id":"' || q.seller_id || '"}}' AS facts,
                e.place + row_number() OVER (PARTITION BY q.seller_id ORDER BY m.at, s.n, m.k)
                  AS place
            FROM ({drawn}) AS s
            JOIN bench_seller q ON q.rank = s.rank AND q.rank % {groups} = {group}
            JOIN bench_end e ON e.seller_id = q.seller_id
            {step_rows} WHERE m.at IS NOT NULL AND m.k > 1
        ) AS acts
    ) AS linked ORDER BY at
""",
)
"""Of some of the sellers, who come in turn, all that they have done, one chain each."""
ENDS = """
    CREATE TEMP TABLE bench_end AS
    SELECT q.seller_id, coalesce(h.place, 0) AS place, coalesce(h.hash, {beginning}) AS beginning
    FROM bench_seller q LEFT JOIN audit_head h ON h.owner_id = q.seller_id
"""
"""Where the chains stood before."""
BEGUN = """
    SELECT 1 FROM audit_entry a JOIN bench_seller q ON q.seller_id = a.owner_id
    WHERE q.rank % {groups} = {group} AND a.action = {first} LIMIT 1
"""
HEADS = Fill(
    "audit_head",
    """owner_id, place, hash""",
    """
    SELECT DISTINCT ON (a.owner_id) a.owner_id, a.place, a.hash
    FROM audit_entry a JOIN bench_seller q ON q.seller_id = a.owner_id
    ORDER BY a.owner_id, a.place DESC
    ON CONFLICT (owner_id) DO UPDATE SET place = excluded.place, hash = excluded.hash
""",
)

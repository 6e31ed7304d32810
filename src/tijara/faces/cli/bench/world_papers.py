"""The papers of a bench's orders: invoices, and the notes that take them back. They carry no code
and lie at no press: a world is measured, not printed."""

from datetime import date, timedelta

from hijridate import Gregorian

from .world_sale import Fill

INVOICE, NOTE = "tax_invoice", "credit_note"

FUNCTIONS = """
    CREATE FUNCTION pg_temp.money(minor bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
        $$SELECT '{{"minor":' || minor || ',"currency":"' || {currency} || '"}}'$$;
    CREATE FUNCTION pg_temp.paper_line(names text, units bigint, gross bigint, tax bigint)
        RETURNS text LANGUAGE sql IMMUTABLE AS
        $$SELECT '{{' || names || ',"quantity":' || units || ',"unit":'
            || pg_temp.money(gross / units) || ',"net":' || pg_temp.money(gross - tax)
            || ',"tax_bp":1500,"tax":' || pg_temp.money(tax) || ',"gross":' || pg_temp.money(gross)
            || ',"category":"S","discount":' || pg_temp.money(0) || '}}'$$
"""
"""Pieces of JSON as text: read once, as a whole, that costs a third of what building it does."""
DELIVERED = '"subject":"delivery","name_ar":"التوصيل","name_en":"Delivery"'
CHARGED = '"subject":"fee","name_ar":"رسوم الدفع عند الاستلام","name_en":"Cash on delivery fee"'
SERIALS = """
    CREATE TEMP TABLE bench_serial AS
    SELECT s.n, b.invoices + row_number() OVER (PARTITION BY s.rank ORDER BY s.n) AS invoice,
        b.notes + count(*) FILTER (WHERE s.state = 'refunded')
          OVER (PARTITION BY s.rank ORDER BY s.n) AS note
    FROM bench_sale s JOIN bench_before b ON b.rank = s.rank
    WHERE s.arrived_at IS NOT NULL
"""
"""After what `bench_before` says that each seller has counted in the parts before."""
COUNTED = """
    SELECT n / {size}, rank, count(*), count(*) FILTER (WHERE state = 'refunded')
    FROM ({drawn}) AS d WHERE arrived_at IS NOT NULL GROUP BY 1, 2
"""
PAPERS = """
    CREATE TEMP TABLE bench_paper AS
    SELECT s.n, '{{"issuer":' || q.issuer || ',"buyer_name":' || to_json(s.buyer_name)
        || ',"buyer_place":"","order_number":"' || s.number || '","payment_method":"' || s.method
        || '","language":"ar","country":"SA","time_zone":"Asia/Riyadh","ordered_on":"'
        || (s.placed_at AT TIME ZONE 'UTC')::date || '","lines":[' || l.lines || ','
        || pg_temp.paper_line({delivered}, 1, {delivery}, pg_temp.tax_in({delivery}))
        || CASE WHEN s.fee > 0
             THEN ',' || pg_temp.paper_line({charged}, 1, s.fee, pg_temp.tax_in(s.fee)) ELSE '' END
        || '],"net":' || pg_temp.money(s.total - s.tax) || ',"tax":' || pg_temp.money(s.tax)
        || ',"total":' || pg_temp.money(s.total) || ',"company":null,"taxes":[{{"category":"S",'
        || '"rate_bp":1500,"net":' || pg_temp.money(s.total - s.tax) || ',"tax":'
        || pg_temp.money(s.tax) || ',"reason_ar":"","reason_en":"","reason_fr":"",'
        || '"reason_code":""}}],"prices_include_tax":true,"supported":' || pg_temp.money(0)
        || ',"supported_tax":' || pg_temp.money(0) || ',"reason":""' AS content
    FROM bench_sale s JOIN bench_seller q ON q.rank = s.rank
    JOIN (SELECT n, string_agg(pg_temp.paper_line('"subject":"item",' || names, units, total, tax),
              ',' ORDER BY position) AS lines
          FROM bench_sold GROUP BY n) AS l ON l.n = s.n
    WHERE s.arrived_at IS NOT NULL
"""
"""What an order's invoice and its note have in common, without the end."""
COLUMNS = """seller_id, id, kind, serial, number, is_credit, order_id,
        refund_id, note_id, buyer_id, issued_at, currency, total_minor, tax_minor, content, qr"""
INVOICES = Fill(
    "invoicing_invoice",
    COLUMNS,
    """
    SELECT s.seller_id, pg_temp.id_at(s.arrived_at, s.n, {salt} + 56), {invoice}, c.invoice,
        {prefix} || '-' || lpad(c.invoice::text, greatest(6, length(c.invoice::text)), '0'),
        false, s.id, NULL, NULL, s.buyer_id, s.arrived_at, {currency}, s.total, s.tax,
        (p.content || ',"about_number":"","credit":' || pg_temp.money(0) || ',"issued_on":"'
          || h.day || '","issued_on_hijri":"' || h.hijri || '"}}')::jsonb, ''
    FROM bench_sale s JOIN bench_serial c ON c.n = s.n JOIN bench_paper p ON p.n = s.n
    JOIN bench_day h ON h.day = (s.arrived_at AT TIME ZONE 'UTC')::date
""",
)
NOTES = Fill(
    "invoicing_invoice",
    COLUMNS,
    """
    SELECT s.seller_id, pg_temp.id_at(s.refunded_at, s.n, {salt} + 59), {note}, c.note,
        {prefix} || '-C-' || lpad(c.note::text, greatest(6, length(c.note::text)), '0'), true,
        s.id, s.owed_id, NULL, s.buyer_id, s.refunded_at, {currency}, s.total, s.tax,
        (p.content || ',"about_number":"' || {prefix} || '-'
          || lpad(c.invoice::text, greatest(6, length(c.invoice::text)), '0')
          || '","credit":null,"issued_on":"' || h.day || '","issued_on_hijri":"' || h.hijri
          || '"}}')::jsonb, ''
    FROM bench_sale s JOIN bench_serial c ON c.n = s.n JOIN bench_paper p ON p.n = s.n
    JOIN bench_day h ON h.day = (s.refunded_at AT TIME ZONE 'UTC')::date
    WHERE s.state = 'refunded'
""",
)
FILLING = (SERIALS, PAPERS, INVOICES, NOTES)
SERIES = Fill(
    "invoicing_series",
    """seller_id, id, kind, last""",
    """
    SELECT seller_id, pg_temp.id_at({begins}::timestamptz, row_number() OVER (), {salt} + 48), kind,
        max(serial)
    FROM invoicing_invoice GROUP BY seller_id, kind
    ON CONFLICT (seller_id, kind) DO UPDATE SET last = excluded.last
""",
)


def days_between(begins: date, ends: date) -> list[tuple[date, str]]:
    """Each day with its Hijri one."""
    days = (begins + timedelta(days=place) for place in range((ends - begins).days + 1))
    return [(day, Gregorian(day.year, day.month, day.day).to_hijri().isoformat()) for day in days]

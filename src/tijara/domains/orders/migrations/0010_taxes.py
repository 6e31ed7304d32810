"""The door writes how everything was taxed: category, class, rate, net and tax of each line, of the
delivery and of the fee; and the company that bought.

What was sold before is told as it was: prices held their tax; a line with a rate was taxed at the
standard one, one without was outside the tax. What an order's tax has beside its lines' is that of
delivery and fee, each the tax inside its own amount, as it was found then.

A process of before calls the second version while a deploy overlaps: it goes on as the third, and
what it does not tell is found in the same way. The first version, of two deploys ago, goes.
"""

from pathlib import Path

from django.db import migrations, models

HERE = Path(__file__)
DOOR = HERE.with_name("place_orders_v3.sql").read_text()
OLD = HERE.with_name("place_orders_v2.sql").read_text()
OLD = OLD.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)
HOUR = "  v_now timestamptz := coalesce((p_orders -> 0 ->> 'at')::timestamptz, now());\n"
OLD = OLD.replace("now()", "v_now").replace("DECLARE\n", f"DECLARE\n{HOUR}", 1)
FIRST = HERE.with_name("place_orders_v1.sql").read_text()
BRIDGE = """
    CREATE OR REPLACE FUNCTION place_orders_v2(p_seller uuid, p_orders jsonb)
    RETURNS TABLE (place int, outcome text, order_id uuid, number text, offer_ids uuid[])
    LANGUAGE sql AS $door$
      SELECT d.* FROM place_orders_v3(p_seller, (
        SELECT jsonb_agg(o.body || jsonb_build_object(
            'includes_tax', true, 'company', null,
            'delivery_category', t.category, 'delivery_bp', t.bp, 'delivery_tax', t.delivery,
            'fee_category', t.category, 'fee_bp', t.bp, 'fee_tax', t.beside - t.delivery,
            'lines', (
              SELECT jsonb_agg(l || jsonb_build_object(
                  'total', (l ->> 'unit')::bigint * (l ->> 'quantity')::int,
                  'net', (l ->> 'unit')::bigint * (l ->> 'quantity')::int - (l ->> 'tax')::bigint,
                  'tax_category', CASE WHEN (l ->> 'tax_bp')::int > 0 THEN 'S' ELSE 'O' END,
                  'tax_class', ''))
              FROM jsonb_array_elements(o.body -> 'lines') AS l)) ORDER BY o.place)
        FROM jsonb_array_elements(p_orders) WITH ORDINALITY AS o (body, place)
        CROSS JOIN LATERAL (
          SELECT coalesce(max((l ->> 'tax_bp')::int), 0) AS bp,
                 (o.body ->> 'tax')::bigint - sum((l ->> 'tax')::bigint)::bigint AS beside
          FROM jsonb_array_elements(o.body -> 'lines') AS l) AS s
        CROSS JOIN LATERAL (
          SELECT s.bp, s.beside, CASE WHEN s.bp > 0 THEN 'S' ELSE 'O' END AS category,
                 CASE WHEN (o.body ->> 'fee')::bigint = 0 THEN s.beside
                      ELSE least(s.beside, (2 * (o.body ->> 'delivery')::bigint * s.bp + 10000 + s.bp)
                           / (2 * (10000 + s.bp))) END AS delivery) AS t)) AS d
    $door$
"""
LINES_OF_BEFORE = """
    UPDATE orders_line SET net_minor = total_minor - tax_minor,
           tax_category = CASE WHEN tax_bp > 0 THEN 'S' ELSE 'O' END
"""
ORDERS_OF_BEFORE = """
    UPDATE orders_order o
    SET delivery_bp = s.bp, fee_bp = s.bp, delivery_category = s.category, fee_category = s.category,
        delivery_tax_minor = s.delivery, fee_tax_minor = s.beside - s.delivery
    FROM (SELECT b.*, CASE WHEN b.bp > 0 THEN 'S' ELSE 'O' END AS category,
                 CASE WHEN b.fee_minor = 0 THEN b.beside
                      ELSE least(b.beside, (2 * b.delivery_minor * b.bp + 10000 + b.bp)
                           / (2 * (10000 + b.bp))) END AS delivery
          FROM (SELECT e.seller_id, e.id, e.fee_minor, e.delivery_minor,
                       coalesce(max(l.tax_bp), 0) AS bp,
                       e.tax_minor - coalesce(sum(l.tax_minor), 0)::bigint AS beside
                FROM orders_order e
                LEFT JOIN orders_line l ON l.seller_id = e.seller_id AND l.order_id = e.id
                GROUP BY e.seller_id, e.id, e.fee_minor, e.delivery_minor, e.tax_minor) b) s
    WHERE o.seller_id = s.seller_id AND o.id = s.id
"""


def added(model: str, name: str, column: models.Field, start: object) -> list:
    """A column that the rows of before get a value in by the statements here."""
    begun = column.clone()
    begun.default = start
    return [migrations.AddField(model, name, begun, preserve_default=False)]


class Migration(migrations.Migration):
    dependencies = [("orders", "0009_process_version")]

    operations = [
        *added("orderline", "net_minor", models.BigIntegerField(), 0),
        *added("orderline", "tax_category", models.CharField(max_length=2), "S"),
        migrations.AddField(
            "orderline", "tax_class", models.CharField(max_length=30, blank=True, db_default="")
        ),
        *added("order", "delivery_tax_minor", models.BigIntegerField(), 0),
        *added("order", "delivery_category", models.CharField(max_length=2), "S"),
        *added("order", "delivery_bp", models.IntegerField(), 0),
        *added("order", "fee_tax_minor", models.BigIntegerField(), 0),
        *added("order", "fee_category", models.CharField(max_length=2), "S"),
        *added("order", "fee_bp", models.IntegerField(), 0),
        migrations.AddField("order", "prices_include_tax", models.BooleanField(db_default=True)),
        migrations.AddField("order", "company", models.JSONField(null=True)),
        migrations.RunSQL(LINES_OF_BEFORE, migrations.RunSQL.noop),
        migrations.RunSQL(ORDERS_OF_BEFORE, migrations.RunSQL.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RemoveConstraint("orderline", "orders_line_total_adds_up"),
        migrations.AddConstraint(
            "orderline",
            models.CheckConstraint(
                condition=models.Q(total_minor=models.F("unit_minor") * models.F("quantity"))
                | models.Q(net_minor=models.F("unit_minor") * models.F("quantity")),
                name="orders_line_total_adds_up",
            ),
        ),
        migrations.AddConstraint(
            "orderline",
            models.CheckConstraint(
                condition=models.Q(total_minor=models.F("net_minor") + models.F("tax_minor")),
                name="orders_line_tax_adds_up",
            ),
        ),
        migrations.RunSQL(DOOR, "DROP FUNCTION place_orders_v3(uuid, jsonb)"),
        migrations.RunSQL(BRIDGE, OLD),
        migrations.RunSQL("DROP FUNCTION place_orders_v1(uuid, jsonb)", FIRST),
    ]

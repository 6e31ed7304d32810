"""The door writes what promotions took off each line and off the delivery, what the market pays of
it, and why; and checks the offer's own price where a price list asks another.

What was sold before had no discount: its list price is what was asked.

A process of before calls the third version while a deploy overlaps: it goes on as the fourth. The
second version, of two deploys ago, goes.
"""

from importlib import import_module
from pathlib import Path

from django.db import migrations, models

HERE = Path(__file__)
DOOR = HERE.with_name("place_orders_v4.sql").read_text()
OLD = HERE.with_name("place_orders_v3.sql").read_text()
OLD = OLD.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)
SECOND = import_module("tijara.domains.orders.migrations.0010_taxes").BRIDGE
BRIDGE = """
    CREATE OR REPLACE FUNCTION place_orders_v3(p_seller uuid, p_orders jsonb)
    RETURNS TABLE (place int, outcome text, order_id uuid, number text, offer_ids uuid[])
    LANGUAGE sql AS $door$
      SELECT d.* FROM place_orders_v4(p_seller, (
        SELECT jsonb_agg(o.body || jsonb_build_object(
            'delivery_discount', 0, 'delivery_support', 0, 'delivery_reasons', '[]'::jsonb,
            'lines', (
              SELECT jsonb_agg(l || jsonb_build_object(
                  'list', l -> 'unit', 'discount', 0, 'support', 0, 'support_tax', 0,
                  'reasons', '[]'::jsonb))
              FROM jsonb_array_elements(o.body -> 'lines') AS l)) ORDER BY o.place)
        FROM jsonb_array_elements(p_orders) WITH ORDINALITY AS o (body, place))) AS d
    $door$
"""
ASKED = models.F("unit_minor") * models.F("quantity") - models.F("discount_minor")


class Migration(migrations.Migration):
    dependencies = [("orders", "0010_taxes")]

    operations = [
        migrations.AddField(
            "orderline", "list_minor", models.BigIntegerField(default=0), preserve_default=False
        ),
        *(
            migrations.AddField("orderline", name, models.BigIntegerField(default=0, db_default=0))
            for name in ("discount_minor", "support_minor", "support_tax_minor")
        ),
        migrations.AddField("orderline", "reasons", models.JSONField(default=list, db_default=[])),
        *(
            migrations.AddField("order", name, models.BigIntegerField(default=0, db_default=0))
            for name in ("delivery_discount_minor", "delivery_support_minor")
        ),
        migrations.AddField(
            "order", "delivery_reasons", models.JSONField(default=list, db_default=[])
        ),
        migrations.RunSQL(
            "UPDATE orders_line SET list_minor = unit_minor", migrations.RunSQL.noop
        ),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RemoveConstraint("orderline", "orders_line_total_adds_up"),
        migrations.AddConstraint(
            "orderline",
            models.CheckConstraint(
                condition=models.Q(total_minor=ASKED) | models.Q(net_minor=ASKED),
                name="orders_line_total_adds_up",
            ),
        ),
        migrations.AddConstraint(
            "orderline",
            models.CheckConstraint(
                condition=models.Q(discount_minor__gte=0)
                & models.Q(support_minor__gte=models.F("support_tax_minor"))
                & models.Q(support_tax_minor__gte=0)
                & (models.Q(support_minor=0) | models.Q(discount_minor__gt=0)),
                name="orders_line_discount_sound",
            ),
        ),
        migrations.RunSQL(DOOR, "DROP FUNCTION place_orders_v4(uuid, jsonb)"),
        migrations.RunSQL(BRIDGE, OLD),
        migrations.RunSQL("DROP FUNCTION place_orders_v2(uuid, jsonb)", SECOND.replace("CREATE OR REPLACE", "CREATE", 1)),
    ]

"""Popularity fades: what was counted so far is taken for sold today."""

from django.db import connection, migrations

from tijara.domains.search.rules import popularity_of
from tijara.kit.clock import now

COUNTED = """
    SELECT DISTINCT popularity FROM search_document WHERE popularity BETWEEN 1 AND 999999
"""
CONVERT = """
    WITH some AS (
        SELECT product_id, market_id FROM search_document WHERE popularity = %s LIMIT 5000)
    UPDATE search_document d SET popularity = %s FROM some
    WHERE (d.product_id, d.market_id) = (some.product_id, some.market_id)
"""


def convert(apps, schema_editor):
    """In steps that commit; broken off, it goes on: what is converted is larger than any count."""
    today = now()
    with connection.cursor() as cursor:
        cursor.execute(COUNTED)
        for (sales,) in cursor.fetchall():
            told = [sales, popularity_of(sales, today)]
            cursor.execute(CONVERT, told)
            while cursor.rowcount:
                cursor.execute(CONVERT, told)


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("search", "0014_service_and_fading_popularity")]

    operations = [migrations.RunPython(convert, migrations.RunPython.noop)]

from uuid import UUID

from django.db import migrations, models

from tijara.domains.search.events import GoodsIndexed
from tijara.platform.outbox.recorder import record_many

SHARING = "SELECT DISTINCT unnest(sellers) FROM search_document WHERE cardinality(sellers) > 1"


def look_again(apps, schema_editor):
    """Whoever sells what others sell too: the worker looks at his goods, step by step."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(SHARING)
        sellers = [row[0] for row in cursor.fetchall()]
    record_many([(seller, GoodsIndexed(seller, UUID(int=0))) for seller in sellers])


class Migration(migrations.Migration):

    dependencies = [
        ('outbox', '0002_looked_into'),
        ('search', '0003_french'),
    ]

    operations = [
        migrations.CreateModel(
            name='OwnOffer',
            fields=[
                ('seller_id', models.UUIDField()),
                ('product_id', models.UUIDField()),
                ('pk', models.CompositePrimaryKey('seller_id', 'product_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('market_id', models.UUIDField()),
                ('offer_id', models.UUIDField()),
                ('price_minor', models.BigIntegerField()),
                ('was_minor', models.BigIntegerField(null=True)),
                ('in_stock', models.BooleanField()),
            ],
            options={
                'db_table': 'search_own_offer',
                'indexes': [models.Index(fields=['product_id'], name='search_own_offer_product')],
            },
        ),
        migrations.RunPython(look_again, migrations.RunPython.noop),
    ]

from django.db import migrations, models

LOOK_AGAIN = """
    INSERT INTO outbox_event (owner_id, id, name, body, lane, recorded_at, attempts, last_error)
    SELECT seller, uuidv7(), 'search.goods_indexed.v1',
        jsonb_build_object('seller_id', seller,
            'through', '00000000-0000-0000-0000-000000000000'),
        get_byte(uuid_send(seller), 15) % 16, now(), 0, ''
    FROM (SELECT DISTINCT unnest(sellers) AS seller FROM search_document
        WHERE cardinality(sellers) > 1) AS sharing
"""
"""Whoever sells what others sell too: the worker looks at his goods, step by step."""


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
        migrations.RunSQL(LOOK_AGAIN, migrations.RunSQL.noop),
    ]

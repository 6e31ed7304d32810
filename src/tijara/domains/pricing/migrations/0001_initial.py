"""Price lists, and the history of prices. What offers ask when it begins is its first entry."""

import tijara.kit.clock
import tijara.kit.ids
import tijara.platform.ownership.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [("offers", "0004_new_variant")]

    operations = [
        migrations.CreateModel(
            name='Price',
            fields=[
                ('seller_id', models.UUIDField()),
                ('id', models.UUIDField(default=tijara.kit.ids.new_id)),
                ('pk', models.CompositePrimaryKey('seller_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('list_id', models.UUIDField()),
                ('offer_id', models.UUIDField()),
                ('from_quantity', models.IntegerField(default=1)),
                ('price_minor', models.BigIntegerField()),
            ],
            options={
                'db_table': 'pricing_price',
                'indexes': [models.Index(fields=['seller_id', 'offer_id'], name='pricing_price_offer')],
                'constraints': [tijara.platform.ownership.constraints.OwnedForeignKey(fields=('seller_id', 'list_id'), name='pricing_price_list_fk', to='pricing.PriceList', to_fields=('seller_id', 'id')), tijara.platform.ownership.constraints.OwnedForeignKey(fields=('seller_id', 'offer_id'), name='pricing_price_offer_fk', to='offers.Offer', to_fields=('seller_id', 'id')), models.UniqueConstraint(fields=('seller_id', 'list_id', 'offer_id', 'from_quantity'), name='pricing_price_once'), models.CheckConstraint(condition=models.Q(('from_quantity__gt', 0), ('price_minor__gte', 0)), name='pricing_price_sound')],
            },
        ),
        migrations.CreateModel(
            name='PriceList',
            fields=[
                ('seller_id', models.UUIDField()),
                ('id', models.UUIDField(default=tijara.kit.ids.new_id)),
                ('pk', models.CompositePrimaryKey('seller_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('name_ar', models.CharField(max_length=80)),
                ('name_en', models.CharField(blank=True, max_length=80)),
                ('name_fr', models.CharField(blank=True, max_length=80)),
                ('audience', models.CharField(max_length=10)),
                ('off_bp', models.IntegerField(default=0)),
                ('starts_on', models.DateField(null=True)),
                ('ends_on', models.DateField(null=True)),
                ('is_active', models.BooleanField(default=True)),
                ('made_at', models.DateTimeField(default=tijara.kit.clock.now)),
            ],
            options={
                'db_table': 'pricing_list',
                'constraints': [models.CheckConstraint(condition=models.Q(('off_bp__gte', 0), ('off_bp__lte', 9000)), name='pricing_list_off_sound')],
            },
        ),
        migrations.CreateModel(
            name='PriceMember',
            fields=[
                ('seller_id', models.UUIDField()),
                ('id', models.UUIDField(default=tijara.kit.ids.new_id)),
                ('pk', models.CompositePrimaryKey('seller_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('list_id', models.UUIDField()),
                ('buyer_id', models.UUIDField(null=True)),
                ('vat_number', models.CharField(blank=True, max_length=20)),
                ('label', models.CharField(max_length=120)),
            ],
            options={
                'db_table': 'pricing_member',
                'constraints': [tijara.platform.ownership.constraints.OwnedForeignKey(fields=('seller_id', 'list_id'), name='pricing_member_list_fk', to='pricing.PriceList', to_fields=('seller_id', 'id')), models.UniqueConstraint(fields=('seller_id', 'list_id', 'buyer_id', 'vat_number'), name='pricing_member_once', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('buyer_id__isnull', False), models.Q(('vat_number', ''), _negated=True), _connector='OR'), name='pricing_member_somebody')],
            },
        ),
        migrations.CreateModel(
            name='ShownPriceRow',
            fields=[
                ('seller_id', models.UUIDField()),
                ('id', models.UUIDField(default=tijara.kit.ids.new_id)),
                ('pk', models.CompositePrimaryKey('seller_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('offer_id', models.UUIDField()),
                ('price_minor', models.BigIntegerField()),
                ('since', models.DateTimeField(default=tijara.kit.clock.now)),
            ],
            options={
                'db_table': 'pricing_shown',
                'indexes': [models.Index(fields=['seller_id', 'offer_id', '-since'], name='pricing_shown_of')],
            },
        ),
        migrations.RunSQL(
            "INSERT INTO pricing_shown (seller_id, id, offer_id, price_minor, since) "
            "SELECT seller_id, uuidv7(), id, price_minor, updated_at FROM offer",
            migrations.RunSQL.noop,
        ),
    ]

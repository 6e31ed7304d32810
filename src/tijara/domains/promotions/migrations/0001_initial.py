import django.core.serializers.json
import tijara.kit.clock
import tijara.kit.ids
import tijara.platform.ownership.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Code',
            fields=[
                ('key', models.CharField(max_length=60, primary_key=True, serialize=False)),
                ('owner_id', models.UUIDField()),
                ('promotion_id', models.UUIDField()),
            ],
            options={
                'db_table': 'promotions_code',
            },
        ),
        migrations.CreateModel(
            name='Joining',
            fields=[
                ('seller_id', models.UUIDField()),
                ('id', models.UUIDField(default=tijara.kit.ids.new_id)),
                ('pk', models.CompositePrimaryKey('seller_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('joined_at', models.DateTimeField(default=tijara.kit.clock.now)),
            ],
            options={
                'db_table': 'promotions_joining',
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('owner_id', models.UUIDField()),
                ('id', models.UUIDField(default=tijara.kit.ids.new_id)),
                ('pk', models.CompositePrimaryKey('owner_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('promotion_id', models.UUIDField()),
                ('checkout_id', models.UUIDField()),
                ('person', models.CharField(max_length=64)),
                ('turn', models.SmallIntegerField()),
                ('minor', models.BigIntegerField()),
                ('state', models.CharField(default='held', max_length=10)),
                ('held_at', models.DateTimeField(default=tijara.kit.clock.now)),
                ('until', models.DateTimeField()),
            ],
            options={
                'db_table': 'promotions_claim',
                'indexes': [models.Index(condition=models.Q(('state', 'held')), fields=['until'], name='promotions_claim_held'), models.Index(fields=['checkout_id'], name='promotions_claim_checkout')],
                'constraints': [tijara.platform.ownership.constraints.OwnedForeignKey(fields=('owner_id', 'promotion_id'), name='promotions_claim_promotion_fk', to='promotions.PromotionRow', to_fields=('owner_id', 'id')), models.UniqueConstraint(fields=('owner_id', 'promotion_id', 'checkout_id'), name='promotions_claim_once'), models.UniqueConstraint(condition=models.Q(('state', 'released'), _negated=True), fields=('owner_id', 'promotion_id', 'person', 'turn'), name='promotions_claim_turn')],
            },
        ),
        migrations.CreateModel(
            name='PromotionRow',
            fields=[
                ('owner_id', models.UUIDField()),
                ('id', models.UUIDField(default=tijara.kit.ids.new_id)),
                ('pk', models.CompositePrimaryKey('owner_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('market_id', models.UUIDField()),
                ('state', models.CharField(max_length=10)),
                ('name_ar', models.CharField(max_length=80)),
                ('name_en', models.CharField(blank=True, max_length=80)),
                ('name_fr', models.CharField(blank=True, max_length=80)),
                ('code', models.CharField(blank=True, max_length=20)),
                ('terms', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField(null=True)),
                ('priority', models.SmallIntegerField(default=0)),
                ('is_combinable', models.BooleanField(default=True)),
                ('most_uses', models.IntegerField(null=True)),
                ('most_each', models.IntegerField(null=True)),
                ('budget_minor', models.BigIntegerField(null=True)),
                ('uses', models.IntegerField(default=0)),
                ('spent_minor', models.BigIntegerField(default=0)),
                ('is_shown', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField(default=tijara.kit.clock.now)),
            ],
            options={
                'db_table': 'promotions_promotion',
                'indexes': [models.Index(fields=['owner_id', '-made_at'], name='promotions_promotion_recent'), models.Index(condition=models.Q(('state', 'ended'), _negated=True), fields=['market_id'], name='promotions_promotion_on')],
                'constraints': [models.CheckConstraint(condition=models.Q(('spent_minor__gte', 0), ('uses__gte', 0)), name='promotions_promotion_counts'), models.CheckConstraint(condition=models.Q(('ends_at', None), ('ends_at__gt', models.F('starts_at')), _connector='OR'), name='promotions_promotion_days')],
            },
        ),
        migrations.CreateModel(
            name='Use',
            fields=[
                ('seller_id', models.UUIDField()),
                ('id', models.UUIDField(default=tijara.kit.ids.new_id)),
                ('pk', models.CompositePrimaryKey('seller_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('order_id', models.UUIDField()),
                ('owner_id', models.UUIDField()),
                ('promotion_id', models.UUIDField()),
                ('checkout_id', models.UUIDField()),
                ('currency', models.CharField(max_length=3)),
                ('sales_minor', models.BigIntegerField()),
                ('minor', models.BigIntegerField()),
                ('market_minor', models.BigIntegerField()),
                ('used_at', models.DateTimeField(default=tijara.kit.clock.now)),
                ('undone_at', models.DateTimeField(null=True)),
            ],
            options={
                'db_table': 'promotions_use',
                'indexes': [models.Index(fields=['promotion_id'], name='promotions_use_of')],
                'constraints': [models.UniqueConstraint(fields=('seller_id', 'order_id', 'promotion_id'), name='promotions_use_once'), models.CheckConstraint(condition=models.Q(('market_minor__gte', 0), ('minor__gt', 0), ('market_minor__lte', models.F('minor'))), name='promotions_use_sound')],
            },
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('invoicing', '0007_wanted_prints'),
    ]

    operations = [
        migrations.AddField(
            model_name='filing',
            name='said',
            field=models.CharField(blank=True, db_default='', max_length=64),
        ),
        migrations.AddField(
            model_name='filing',
            name='replaces',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='filing',
            name='is_healed',
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]

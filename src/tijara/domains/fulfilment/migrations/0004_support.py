
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('fulfilment', '0003_doors'),
    ]

    operations = [
        migrations.AddField(
            model_name='shipment',
            name='support_minor',
            field=models.BigIntegerField(db_default=0, default=0),
        ),
    ]

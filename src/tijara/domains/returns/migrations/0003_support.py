
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('returns', '0002_returns'),
    ]

    operations = [
        migrations.AddField(
            model_name='owed',
            name='support_minor',
            field=models.BigIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name='owedline',
            name='support_minor',
            field=models.BigIntegerField(db_default=0, default=0),
        ),
    ]

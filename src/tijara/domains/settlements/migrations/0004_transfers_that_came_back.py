from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('settlements', '0003_reserves'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='payouttransfer',
            index=models.Index(condition=models.Q(('state__in', ('failed', 'returned'))), fields=['-moved_at', '-id'], name='settlements_transfer_back'),
        ),
    ]

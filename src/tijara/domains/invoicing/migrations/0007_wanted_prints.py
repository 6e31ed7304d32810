from django.db import migrations, models

import tijara.kit.clock


class Migration(migrations.Migration):

    dependencies = [
        ('invoicing', '0006_debit_reminders'),
    ]

    operations = [
        migrations.AddField(
            model_name='invoiceprint',
            name='wanted_at',
            field=models.DateTimeField(default=tijara.kit.clock.now),
        ),
        migrations.RemoveIndex(
            model_name='invoiceprint',
            name='invoicing_print_waiting',
        ),
        migrations.AddIndex(
            model_name='invoiceprint',
            index=models.Index(condition=models.Q(('file_id', None)), fields=['wanted_at'], name='invoicing_print_wanted'),
        ),
    ]

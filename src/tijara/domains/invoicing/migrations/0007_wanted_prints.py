from django.db import migrations, models

import tijara.kit.clock

AS_OLD_AS_THE_PAPER = """
    UPDATE invoicing_print p SET wanted_at = i.issued_at
    FROM invoicing_invoice i
    WHERE i.seller_id = p.seller_id AND i.id = p.invoice_id AND p.file_id IS NULL
"""


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
        migrations.RunSQL(AS_OLD_AS_THE_PAPER, migrations.RunSQL.noop),
        migrations.RemoveIndex(
            model_name='invoiceprint',
            name='invoicing_print_waiting',
        ),
        migrations.AddIndex(
            model_name='invoiceprint',
            index=models.Index(condition=models.Q(('file_id', None)), fields=['wanted_at'], name='invoicing_print_wanted'),
        ),
    ]

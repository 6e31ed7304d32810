from django.db import migrations, models

REMIND = """
    UPDATE invoicing_debit_claim
    SET remind_at = CASE WHEN reminded_at IS NULL THEN due_at END,
        reminders = (reminded_at IS NOT NULL)::int
"""


class Migration(migrations.Migration):

    dependencies = [
        ('invoicing', '0005_debit_claims'),
    ]

    operations = [
        migrations.AddField(
            model_name='debitclaim',
            name='remind_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='debitclaim',
            name='reminders',
            field=models.SmallIntegerField(db_default=0, default=0),
        ),
        migrations.RunSQL(REMIND, migrations.RunSQL.noop),
        migrations.RemoveIndex(
            model_name='debitclaim',
            name='invoicing_debit_claim_due',
        ),
        migrations.RemoveField(
            model_name='debitclaim',
            name='reminded_at',
        ),
        migrations.AddIndex(
            model_name='debitclaim',
            index=models.Index(condition=models.Q(('state', 'open')), fields=['remind_at'], name='invoicing_debit_claim_remind'),
        ),
    ]

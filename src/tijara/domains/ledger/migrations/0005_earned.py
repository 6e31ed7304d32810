from django.db import migrations, models

EARNED = """
    UPDATE ledger_journal j SET earned_minor = p.earned
    FROM (
        SELECT seller_id, journal_id,
               sum(amount_minor * ((credit IN ('seller_payable', 'seller_held'))::int
                   - (debit IN ('seller_payable', 'seller_held'))::int)) AS earned
        FROM ledger_posting
        WHERE credit IN ('seller_payable', 'seller_held')
           OR debit IN ('seller_payable', 'seller_held')
        GROUP BY 1, 2) p
    WHERE p.seller_id = j.seller_id AND p.journal_id = j.id AND p.earned <> 0
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0004_purse")]

    operations = [
        migrations.AddField(
            model_name="journal",
            name="earned_minor",
            field=models.BigIntegerField(db_default=0, default=0),
        ),
        migrations.RunSQL(EARNED, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="journal",
            index=models.Index(
                fields=["seller_id", "-occurred_at", "-id"],
                include=["earned_minor"],
                condition=models.Q(("earned_minor", 0), _negated=True),
                name="ledger_journal_earned",
            ),
        ),
    ]

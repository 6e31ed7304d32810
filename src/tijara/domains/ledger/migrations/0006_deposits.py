from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0005_earned")]

    operations = [
        migrations.AddField(
            model_name="purse",
            name="deposit_minor",
            field=models.BigIntegerField(db_default=0, default=0),
        ),
        migrations.AddConstraint(
            model_name="purse",
            constraint=models.CheckConstraint(
                condition=models.Q(("deposit_minor__gte", 0)),
                name="ledger_purse_deposit_not_below_nothing",
            ),
        ),
    ]

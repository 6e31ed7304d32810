from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("wallet", "0002_balances")]

    operations = [
        AddIndexConcurrently(
            model_name="giftcard",
            index=models.Index(fields=["to_email"], name="wallet_gift_card_to"),
        ),
        AddIndexConcurrently(
            model_name="giftcard",
            index=models.Index(
                condition=models.Q(("redeemed_by__isnull", False)),
                fields=["redeemed_by"],
                name="wallet_gift_card_redeemer",
            ),
        ),
    ]

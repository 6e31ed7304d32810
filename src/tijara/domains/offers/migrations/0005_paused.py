from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("offers", "0004_new_variant")]

    operations = [
        AddIndexConcurrently(
            model_name="offer",
            index=models.Index(
                fields=["seller_id", "id"],
                condition=models.Q(("is_active", False)),
                name="offer_paused",
            ),
        ),
    ]

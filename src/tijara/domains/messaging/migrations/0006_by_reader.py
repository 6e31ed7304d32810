from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("messaging", "0005_stop_at")]

    operations = [
        AddIndexConcurrently(
            model_name="message",
            index=models.Index(
                fields=["recipient", "-created_at"], name="messaging_message_reader"
            ),
        ),
    ]

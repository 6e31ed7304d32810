from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("books", "0002_days")]

    operations = [
        AddIndexConcurrently(
            model_name="line",
            index=models.Index(
                fields=["side", "currency", "account", "-booked_on", "-id"],
                include=["amount_minor"],
                name="books_line_of_side",
            ),
        ),
        RemoveIndexConcurrently(model_name="line", name="books_line_of_all"),
    ]

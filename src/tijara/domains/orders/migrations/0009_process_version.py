from django.db import migrations, models


class Migration(migrations.Migration):
    """Orders of before live by the first version: it is the table of moves that they lived by."""

    dependencies = [("orders", "0008_the_hour_of_the_door")]

    operations = [
        migrations.AddField(
            model_name="order",
            name="process_version",
            field=models.SmallIntegerField(db_default=1, default=1),
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    """A market that stands keeps what it had: the seller's part is his at once."""

    dependencies = [("markets", "0006_papers")]

    operations = [
        migrations.AddField(
            model_name="market",
            name="protection_days",
            field=models.SmallIntegerField(default=0),
        ),
    ]

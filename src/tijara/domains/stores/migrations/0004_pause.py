from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("stores", "0003_look")]

    operations = [
        migrations.AddField("store", "pause_from", models.DateTimeField(null=True)),
        migrations.AddField("store", "pause_until", models.DateTimeField(null=True)),
        migrations.AddField(
            "store", "pause_ar", models.CharField(blank=True, default="", max_length=300)
        ),
        migrations.AddField(
            "store", "pause_en", models.CharField(blank=True, default="", max_length=300)
        ),
        migrations.AddField(
            "store", "pause_fr", models.CharField(blank=True, default="", max_length=300)
        ),
        migrations.AddField("store", "pause_told", models.BooleanField(default=False)),
        migrations.AddConstraint(
            "store",
            models.CheckConstraint(
                condition=models.Q(pause_from=None, pause_until=None)
                | models.Q(pause_until__gt=models.F("pause_from")),
                name="store_pause_whole",
            ),
        ),
    ]

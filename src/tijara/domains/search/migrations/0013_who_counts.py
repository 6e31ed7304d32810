"""A place that is being counted is in one worker's hands."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0012_room_for_counts")]

    operations = [
        migrations.AddField(
            model_name="shelfcount",
            name="taken_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RemoveIndex(model_name="shelfcount", name="search_shelf_count_stale"),
        migrations.AddIndex(
            model_name="shelfcount",
            index=models.Index(
                condition=models.Q(("is_stale", True), ("taken_at__isnull", False), _connector="OR"),
                fields=["counted_at"],
                name="search_shelf_count_due",
            ),
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desks", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="view", name="is_shared", field=models.BooleanField(default=False)
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("returns", "0005_reductions")]

    operations = [
        migrations.AlterField(
            model_name="returnmove", name="before", field=models.CharField(max_length=20)
        ),
        migrations.AlterField(
            model_name="returnmove", name="after", field=models.CharField(max_length=20)
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cash", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="cashmove", name="before", field=models.CharField(max_length=20)
        ),
        migrations.AlterField(
            model_name="cashmove", name="after", field=models.CharField(max_length=20)
        ),
    ]

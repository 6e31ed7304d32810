from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("returns", "0004_credit")]

    operations = [
        migrations.RemoveConstraint(model_name="owedline", name="returns_owed_line_positive"),
        migrations.AddConstraint(
            model_name="owedline",
            constraint=models.CheckConstraint(
                condition=models.Q(("quantity__gte", 0)), name="returns_owed_line_positive"
            ),
        ),
    ]

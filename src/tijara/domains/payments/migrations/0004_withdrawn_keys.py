from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("payments", "0003_gateway_keys")]

    operations = [
        migrations.AddField(
            model_name="gatewaykeys",
            name="withdrawn_at",
            field=models.DateTimeField(null=True),
        ),
    ]

"""How a report is read may be said by hand: its headings, its columns, its words, kept by gateway."""

from django.db import migrations, models

import tijara.kit.clock


class Migration(migrations.Migration):
    dependencies = [("clearing", "0001_initial")]

    operations = [
        migrations.AddField("gatewayreport", "header", models.JSONField(default=list)),
        migrations.AddField("gatewayreport", "columns", models.JSONField(default=dict)),
        migrations.AddField("gatewayreport", "kinds", models.JSONField(default=dict)),
        migrations.CreateModel(
            name="GatewayForm",
            fields=[
                ("gateway", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("columns", models.JSONField()),
                ("kinds", models.JSONField()),
                ("said_at", models.DateTimeField(default=tijara.kit.clock.now)),
                ("said_by", models.UUIDField(null=True)),
            ],
            options={"db_table": "clearing_form"},
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_looked_into")]

    operations = [
        migrations.CreateModel(
            name="ProofRun",
            fields=[
                ("id", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("asked_at", models.DateTimeField()),
                ("began_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("results", models.JSONField(default=list)),
            ],
            options={"db_table": "audit_proof_run"},
        ),
    ]

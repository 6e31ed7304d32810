"""Chain what is already there: each owner's entries in the order in which they were written."""

from itertools import groupby
from operator import attrgetter

from django.db import migrations, models

from tijara.platform.audit.chain import BEGINNING, Link, hash_of

CHAINED = ["place", "previous", "hash"]
AT_ONCE = 1000


def chain_entries(apps, schema_editor):
    entries = apps.get_model("audit", "AuditEntry").objects
    heads = apps.get_model("audit", "AuditHead").objects
    rows = entries.order_by("owner_id", "recorded_at", "id").iterator(chunk_size=AT_ONCE)
    for owner_id, mine in groupby(rows, key=attrgetter("owner_id")):
        place, last, changed = 0, BEGINNING, []
        for entry in mine:
            place += 1
            entry.place, entry.previous = place, last
            entry.hash = last = hash_of(
                Link(
                    owner_id=owner_id,
                    place=place,
                    previous=entry.previous,
                    id=entry.id,
                    person_id=entry.person_id,
                    actor_kind=entry.actor_kind,
                    action=entry.action,
                    facts=entry.facts,
                    recorded_at=entry.recorded_at,
                )
            )
            changed.append(entry)
            if len(changed) == AT_ONCE:
                entries.bulk_update(changed, CHAINED)
                changed = []
        entries.bulk_update(changed, CHAINED)
        heads.create(owner_id=owner_id, place=place, hash=last)


class Migration(migrations.Migration):

    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="AuditHead",
            fields=[
                ("owner_id", models.UUIDField(primary_key=True, serialize=False)),
                ("place", models.BigIntegerField()),
                ("hash", models.CharField(max_length=64)),
            ],
            options={"db_table": "audit_head"},
        ),
        migrations.AddField("auditentry", "place", models.BigIntegerField(null=True)),
        migrations.AddField("auditentry", "previous", models.CharField(max_length=64, null=True)),
        migrations.AddField("auditentry", "hash", models.CharField(max_length=64, null=True)),
        migrations.RunPython(chain_entries, migrations.RunPython.noop),
        migrations.AlterField("auditentry", "place", models.BigIntegerField()),
        migrations.AlterField("auditentry", "previous", models.CharField(max_length=64)),
        migrations.AlterField("auditentry", "hash", models.CharField(max_length=64)),
        migrations.AddConstraint(
            "auditentry",
            models.UniqueConstraint(fields=["owner_id", "place"], name="audit_entry_place"),
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    """A complaint may be told before the last parcel: then it has no day yet."""

    dependencies = [("deals", "0004_photos")]

    operations = [
        migrations.RemoveConstraint(model_name="deal", name="deals_deal_performed_has_an_end"),
        migrations.AddConstraint(
            model_name="deal",
            constraint=models.CheckConstraint(condition=models.Q(("state__in", ("open", "complained")), ("due_at__isnull", False), _connector="OR"), name="deals_deal_performed_has_an_end"),
        ),
        migrations.AddIndex(
            model_name="deal",
            index=models.Index(condition=models.Q(("state__in", ("complained", "disputed", "answered"))), fields=["due_at"], name="deals_deal_disputes"),
        ),
        migrations.RemoveIndex(model_name="deal", name="deals_deal_dispute_due"),
    ]

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('outbox', '0002_looked_into'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='event',
            name='outbox_event_of',
        ),
        migrations.RemoveIndex(
            model_name='event',
            name='outbox_event_met',
        ),
    ]

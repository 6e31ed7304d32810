from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('messaging', '0004_given_up'),
    ]

    operations = [
        migrations.AddField(
            model_name='message',
            name='stop_at',
            field=models.CharField(blank=True, db_default='', max_length=300),
        ),
    ]

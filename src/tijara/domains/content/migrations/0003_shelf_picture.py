from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0002_shelf'),
    ]

    operations = [
        migrations.AddField(
            model_name='shelf',
            name='picture',
            field=models.CharField(blank=True, db_default='', max_length=60),
        ),
    ]

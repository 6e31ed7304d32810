from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0002_facets'),
    ]

    operations = [
        migrations.AddField(
            model_name='document',
            name='name_fr',
            field=models.CharField(blank=True, db_default='', max_length=300),
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_phones_and_roles'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='wish',
            field=models.CharField(blank=True, default='', max_length=10),
        ),
    ]

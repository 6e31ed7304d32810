from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    """Each row is read while people go on signing in."""

    dependencies = [
        ('accounts', '0005_closed_for_good'),
    ]

    operations = [
        ValidateConstraint('user', name='account_user_reachable'),
    ]

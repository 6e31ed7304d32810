"""Points stand on the platform's balances: the columns have its names, and nothing else changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("loyalty", "0001_initial")]

    operations = [
        migrations.RenameField("pointsmoverow", "points", "amount"),
        migrations.RemoveConstraint("pointsmoverow", "loyalty_move_moves"),
        migrations.RemoveConstraint("pointsgrant", "loyalty_grant_moves"),
        migrations.RenameField("pointsgrant", "points", "amount"),
        migrations.RenameIndex(
            model_name='pointsmoverow',
            new_name='loyalty_move_latest',
            old_name='loyalty_move_last',
        ),
        migrations.AlterField(
            model_name='pointsgrant',
            name='reason',
            field=models.CharField(max_length=20),
        ),
        migrations.AlterField(
            model_name='pointsmoverow',
            name='kind',
            field=models.CharField(max_length=20),
        ),
        migrations.AddConstraint(
            model_name='pointsgrant',
            constraint=models.CheckConstraint(condition=models.Q(('amount', 0), _negated=True), name='loyalty_grant_moves'),
        ),
        migrations.AddConstraint(
            model_name='pointsmoverow',
            constraint=models.CheckConstraint(condition=models.Q(('amount', 0), _negated=True), name='loyalty_move_moves'),
        ),
    ]

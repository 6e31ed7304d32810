"""Wallets stand on the platform's balances: the columns have its names, and nothing else changes."""

import tijara.platform.ownership.constraints
from django.db import migrations, models

GIVEN = "UPDATE wallet_grant SET state = 'done' WHERE state = 'given'"
GIVEN_BACK = "UPDATE wallet_grant SET state = 'given' WHERE state = 'done'"


class Migration(migrations.Migration):
    dependencies = [("wallet", "0001_initial")]

    operations = [
        migrations.RemoveConstraint("wallet", "wallet_not_below_nothing"),
        migrations.RemoveConstraint("move", "wallet_move_wallet_fk"),
        migrations.RemoveConstraint("move", "wallet_move_moves"),
        migrations.RemoveConstraint("lot", "wallet_lot_not_below_nothing"),
        migrations.RemoveConstraint("grant", "wallet_grant_positive"),
        migrations.RemoveIndex("move", "wallet_move_latest"),
        migrations.RemoveIndex("lot", "wallet_lot_left"),
        migrations.RemoveIndex("lot", "wallet_lot_over"),
        migrations.RenameField("wallet", "balance_minor", "balance"),
        migrations.RenameField("move", "wallet_id", "account_id"),
        migrations.RenameField("move", "amount_minor", "amount"),
        migrations.RenameField("move", "balance_minor", "balance"),
        migrations.RenameField("lot", "wallet_id", "account_id"),
        migrations.RenameField("lot", "left_minor", "left"),
        migrations.RenameField("grant", "amount_minor", "amount"),
        migrations.RunSQL(GIVEN, GIVEN_BACK),
        migrations.AddIndex(
            model_name='lot',
            index=models.Index(condition=models.Q(('left__gt', 0)), fields=['buyer_id', 'account_id', 'expires_at', 'id'], name='wallet_lot_left'),
        ),
        migrations.AddIndex(
            model_name='lot',
            index=models.Index(condition=models.Q(('expires_at__isnull', False), ('left__gt', 0)), fields=['expires_at'], name='wallet_lot_over'),
        ),
        migrations.AddIndex(
            model_name='move',
            index=models.Index(fields=['buyer_id', 'account_id', '-id'], name='wallet_move_latest'),
        ),
        migrations.AddConstraint(
            model_name='grant',
            constraint=models.CheckConstraint(condition=models.Q(('amount', 0), _negated=True), name='wallet_grant_moves'),
        ),
        migrations.AddConstraint(
            model_name='grant',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='wallet_grant_positive'),
        ),
        migrations.AddConstraint(
            model_name='lot',
            constraint=models.CheckConstraint(condition=models.Q(('left__gte', 0)), name='wallet_lot_not_below_nothing'),
        ),
        migrations.AddConstraint(
            model_name='move',
            constraint=models.CheckConstraint(condition=models.Q(('amount', 0), _negated=True), name='wallet_move_moves'),
        ),
        migrations.AddConstraint(
            model_name='move',
            constraint=tijara.platform.ownership.constraints.OwnedForeignKey(fields=('buyer_id', 'account_id'), name='wallet_move_wallet_fk', to='wallet.Wallet', to_fields=('buyer_id', 'id')),
        ),
        migrations.AddConstraint(
            model_name='move',
            constraint=models.CheckConstraint(condition=models.Q(('balance__gte', 0)), name='wallet_move_not_below_nothing'),
        ),
        migrations.AddConstraint(
            model_name='wallet',
            constraint=models.CheckConstraint(condition=models.Q(('balance__gte', models.F('held_minor')), ('held_minor__gte', 0)), name='wallet_not_below_nothing'),
        ),
    ]

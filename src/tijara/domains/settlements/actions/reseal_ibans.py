"""Seal the bank accounts anew that an older secret has sealed."""

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.resealing import Resealed, reseal_rows

from ..models import BankAccount, PayoutTransfer
from ..rules import about_iban


@action(power=Power.SYSTEM, atomic=False)
def reseal_ibans(*, actor: Actor) -> Resealed:
    """Of transfers, too: a run's file is written anew whenever it is asked for."""
    accounts, transfers = BankAccount.objects.all(), PayoutTransfer.objects.all()
    return reseal_rows(
        accounts, "iban_sealed", lambda row: about_iban(row.seller_id)
    ) + reseal_rows(transfers, "iban_sealed", lambda row: about_iban(row.seller_id))

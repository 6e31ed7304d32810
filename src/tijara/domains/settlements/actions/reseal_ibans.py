"""Seal the bank accounts anew that an older secret has sealed."""

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.resealing import Resealed, reseal_rows

from ..models import BankAccount
from ..rules import about_iban


@action(power=Power.SYSTEM, atomic=False)
def reseal_ibans(*, actor: Actor) -> Resealed:
    accounts = BankAccount.objects.all()
    return reseal_rows(accounts, "iban_sealed", lambda row: about_iban(row.seller_id))

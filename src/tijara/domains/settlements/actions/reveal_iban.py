"""Show staff the whole number that they pay to. Who looked is in the audit log."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.secrets import open_sealed

from ..models import BankAccount
from ..rules import about_iban
from .record_payout import NoBankAccount


@action(power=Power.PAYOUTS_RECORD)
def reveal_iban(*, actor: Actor, seller_id: UUID) -> str:
    sealed = BankAccount.objects.filter(seller_id=seller_id).values_list("iban_sealed", flat=True)
    if not sealed:
        raise NoBankAccount()
    return open_sealed(sealed[0], about=about_iban(seller_id))

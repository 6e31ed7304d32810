"""A seller says where he is paid to. Only the latest is kept."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record
from tijara.platform.secrets import seal

from ..events import BankAccountChanged
from ..models import BankAccount
from ..rules import about_iban, is_iban, masked_iban, tidy_iban

LONGEST_HOLDER = 140


class BankAccountInvalid(Invalid):
    code = "settlements.bank_account_invalid"


@action(power=Power.BANK_ACCOUNT_KEEP)
def keep_bank_account(*, actor: Actor, seller_id: UUID, holder: str, iban: str) -> None:
    """All who work for him are told: a change of account is what a thief would make."""
    holder, iban = strip_controls(holder), tidy_iban(iban)
    faults = {}
    if not holder or len(holder) > LONGEST_HOLDER:
        faults["holder"] = "required" if not holder else "too_long"
    if not is_iban(iban):
        faults["iban"] = "iban_invalid" if iban else "required"
    if faults:
        raise BankAccountInvalid(faults)
    told = {
        "holder": holder,
        "iban_sealed": seal(iban, about=about_iban(seller_id)),
        "masked": masked_iban(iban),
        "changed_at": now(),
    }
    BankAccount.objects.update_or_create(seller_id=seller_id, defaults=told)
    record(seller_id, BankAccountChanged(seller_id, new_id()))

"""What can be done about what sellers are owed."""

from .keep_bank_account import BankAccountInvalid, keep_bank_account
from .record_payout import (
    MoreThanOwed,
    NoBankAccount,
    PayoutInvalid,
    PayoutKnown,
    SellerUnknown,
    record_payout,
)
from .reseal_ibans import reseal_ibans
from .reveal_iban import reveal_iban
from .tell_seller import tell_seller

__all__ = [
    "BankAccountInvalid",
    "MoreThanOwed",
    "NoBankAccount",
    "PayoutInvalid",
    "PayoutKnown",
    "SellerUnknown",
    "keep_bank_account",
    "record_payout",
    "reseal_ibans",
    "reveal_iban",
    "tell_seller",
]

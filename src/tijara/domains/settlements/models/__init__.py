from .bank_account import BankAccount
from .payout import Payout

__all__ = ["BankAccount", "Payout"]

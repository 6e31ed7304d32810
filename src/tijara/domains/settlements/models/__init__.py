from .bank_account import BankAccount
from .payout import Payout
from .payout_run import PayoutRun
from .payout_transfer import PayoutTransfer

__all__ = ["BankAccount", "Payout", "PayoutRun", "PayoutTransfer"]

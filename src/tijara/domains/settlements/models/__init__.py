from .bank_account import BankAccount
from .demand import Demand
from .payout import Payout
from .payout_run import PayoutRun
from .payout_transfer import PayoutTransfer
from .repayment import Repayment
from .reserve_part import ReservePart
from .reserve_terms import ReserveTermsRow

__all__ = [
    "BankAccount",
    "Demand",
    "Payout",
    "PayoutRun",
    "PayoutTransfer",
    "Repayment",
    "ReservePart",
    "ReserveTermsRow",
]

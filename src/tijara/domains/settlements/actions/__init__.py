"""What can be done about what sellers are owed."""

from .answer_transfers import AnswerInvalid, answer_transfers
from .decide_run import RunDecided, RunUnknown, SamePerson, decide_run
from .keep_bank_account import BankAccountInvalid, keep_bank_account
from .leave_out_transfer import leave_out_transfer
from .order_transfers import order_transfers
from .prepare_run import (
    MarketHasNoBank,
    NobodyToPay,
    RunInvalid,
    RunIsPrepared,
    prepare_run,
)
from .read_bank_report import BankReportOfAnother, BankReportUnreadable, read_bank_report
from .record_payout import (
    MoreThanOwed,
    NoBankAccount,
    PayoutInvalid,
    PayoutKnown,
    SellerUnknown,
    record_payout,
)
from .reseal_ibans import reseal_ibans
from .return_transfer import return_transfer
from .reveal_iban import reveal_iban
from .tell_seller import tell_seller
from .write_bank_file import RunNotBooked, write_bank_file

__all__ = [
    "AnswerInvalid",
    "BankAccountInvalid",
    "BankReportOfAnother",
    "BankReportUnreadable",
    "MarketHasNoBank",
    "MoreThanOwed",
    "NoBankAccount",
    "NobodyToPay",
    "PayoutInvalid",
    "PayoutKnown",
    "RunDecided",
    "RunInvalid",
    "RunIsPrepared",
    "RunNotBooked",
    "RunUnknown",
    "SamePerson",
    "SellerUnknown",
    "answer_transfers",
    "decide_run",
    "keep_bank_account",
    "leave_out_transfer",
    "order_transfers",
    "prepare_run",
    "read_bank_report",
    "record_payout",
    "reseal_ibans",
    "return_transfer",
    "reveal_iban",
    "tell_seller",
    "write_bank_file",
]

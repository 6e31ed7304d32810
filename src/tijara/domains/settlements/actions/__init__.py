"""What can be done about what sellers are owed."""

from .answer_transfers import AnswerInvalid, answer_transfers
from .decide_run import RunDecided, RunUnknown, SamePerson, decide_run
from .demand_payment import DemandInvalid, DemandIsOpen, demand_payment
from .keep_bank_account import BankAccountInvalid, keep_bank_account
from .keep_reserve import keep_reserve
from .keep_reserves import keep_reserves
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
from .record_repayment import RepaymentInvalid, RepaymentKnown, record_repayment
from .reseal_ibans import reseal_ibans
from .return_transfer import return_transfer
from .reveal_iban import reveal_iban
from .set_reserve import ReserveInvalid, set_reserve
from .tell_seller import tell_seller
from .withdraw_demand import withdraw_demand
from .write_bank_file import RunNotBooked, write_bank_file

__all__ = [
    "AnswerInvalid",
    "BankAccountInvalid",
    "BankReportOfAnother",
    "BankReportUnreadable",
    "DemandInvalid",
    "DemandIsOpen",
    "MarketHasNoBank",
    "MoreThanOwed",
    "NoBankAccount",
    "NobodyToPay",
    "PayoutInvalid",
    "PayoutKnown",
    "RepaymentInvalid",
    "RepaymentKnown",
    "ReserveInvalid",
    "RunDecided",
    "RunInvalid",
    "RunIsPrepared",
    "RunNotBooked",
    "RunUnknown",
    "SamePerson",
    "SellerUnknown",
    "answer_transfers",
    "decide_run",
    "demand_payment",
    "keep_bank_account",
    "keep_reserve",
    "keep_reserves",
    "leave_out_transfer",
    "order_transfers",
    "prepare_run",
    "read_bank_report",
    "record_payout",
    "record_repayment",
    "reseal_ibans",
    "return_transfer",
    "reveal_iban",
    "set_reserve",
    "tell_seller",
    "withdraw_demand",
    "write_bank_file",
]

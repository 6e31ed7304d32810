"""What can be done with invoices: they are given out, printed, filed, never changed."""

from .ask_debit import DebitNotHere, DebitSettled, ask_debit
from .close_debit import close_debit
from .correct_filing import NotRejected, correct_filing
from .decide_debit_loss import OneAlone, decide_debit_loss
from .enrol_unit import AuthorityUnreachable, EnrolmentRefused, UnitInvalid, enrol_unit
from .file_invoice import PaperHeld, file_invoice
from .heal_filings import heal_filings
from .issue_carriage_note import issue_carriage_note
from .issue_commission_invoice import issue_commission_invoice
from .issue_commission_invoices import issue_commission_invoices
from .issue_credit_note import issue_credit_note
from .issue_debit_note import DebitInvalid, NothingInvoiced, issue_debit_note
from .issue_invoice import NotDelivered, issue_invoice
from .issue_missing_invoices import issue_missing_invoices
from .issue_notes import issue_notes
from .issue_or_hold import issue_or_hold
from .issue_or_hold_commission import issue_or_hold_commission
from .print_again import print_again
from .print_claims import print_claims
from .print_commissions import print_commissions
from .print_invoices import print_invoices
from .print_labels import print_labels
from .propose_debit_loss import propose_debit_loss
from .remind_of_debits import remind_of_debits
from .reseal_units import reseal_units
from .retry_filing import NotWaiting, retry_filing
from .send_filings import send_filings
from .shut_debit_page import shut_debit_page
from .take_debit_payment import take_debit_payment
from .tell_of_debit_note import tell_of_debit_note
from .want_print import want_print
from .withdraw_unit import NoUnit, withdraw_unit
from .write_debit_note import write_debit_note
from .write_invoice import write_invoice

__all__ = [
    "DebitNotHere",
    "DebitSettled",
    "OneAlone",
    "ask_debit",
    "close_debit",
    "decide_debit_loss",
    "propose_debit_loss",
    "remind_of_debits",
    "shut_debit_page",
    "take_debit_payment",
    "want_print",
    "AuthorityUnreachable",
    "DebitInvalid",
    "EnrolmentRefused",
    "NoUnit",
    "NotDelivered",
    "NotRejected",
    "NotWaiting",
    "NothingInvoiced",
    "PaperHeld",
    "UnitInvalid",
    "correct_filing",
    "enrol_unit",
    "file_invoice",
    "heal_filings",
    "issue_carriage_note",
    "issue_commission_invoice",
    "issue_commission_invoices",
    "issue_credit_note",
    "issue_debit_note",
    "issue_invoice",
    "issue_missing_invoices",
    "issue_notes",
    "issue_or_hold",
    "issue_or_hold_commission",
    "print_again",
    "print_commissions",
    "print_invoices",
    "print_claims",
    "print_labels",
    "reseal_units",
    "retry_filing",
    "send_filings",
    "tell_of_debit_note",
    "withdraw_unit",
    "write_debit_note",
    "write_invoice",
]

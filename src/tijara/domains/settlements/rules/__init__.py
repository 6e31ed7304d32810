"""Pure rules of what sellers are owed and how it is paid."""

from .bank_answers import ReportUnreadable, read_report
from .bank_files import transfers_csv, transfers_xml
from .ibans import about_iban, is_iban, masked_iban, tidy_iban
from .proved import PROVED_KINDS
from .reserves import held_back, taken_first, terms_faults

__all__ = [
    "PROVED_KINDS",
    "ReportUnreadable",
    "about_iban",
    "held_back",
    "is_iban",
    "masked_iban",
    "read_report",
    "taken_first",
    "terms_faults",
    "tidy_iban",
    "transfers_csv",
    "transfers_xml",
]

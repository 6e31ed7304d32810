"""What can be done with cases."""

from .dismiss_case import CaseDecided, dismiss_case
from .forget_reporter import forget_reporter
from .forget_reports import forget_reports
from .report_product import NothingToReport, ReportInvalid, report_product
from .tell_sellers import tell_sellers
from .uphold_case import DecisionInvalid, uphold_case
from .write_to_sellers import WordsInvalid, write_to_sellers

__all__ = [
    "forget_reporter",
    "CaseDecided",
    "DecisionInvalid",
    "NothingToReport",
    "ReportInvalid",
    "WordsInvalid",
    "dismiss_case",
    "forget_reports",
    "report_product",
    "tell_sellers",
    "uphold_case",
    "write_to_sellers",
]

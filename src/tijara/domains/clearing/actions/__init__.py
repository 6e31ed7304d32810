"""What can be done to gateways' reports."""

from .book_report import AlreadyBooked, LinesUnread, NotWhatTheBankShows, book_report
from .discard_report import discard_report
from .end_line import LineEnded, NotAPaymentOfOurs, end_line
from .read_report import NoSuchGateway, ReportKnown, ReportUnreadable, read_report

__all__ = [
    "AlreadyBooked",
    "LineEnded",
    "LinesUnread",
    "NoSuchGateway",
    "NotAPaymentOfOurs",
    "NotWhatTheBankShows",
    "ReportKnown",
    "ReportUnreadable",
    "book_report",
    "discard_report",
    "end_line",
    "read_report",
]

"""What can be done to gateways' reports."""

from .book_report import AlreadyBooked, LinesUnread, NotWhatTheBankShows, book_report
from .close_report import close_report
from .discard_report import discard_report
from .end_line import LineEnded, NotAPaymentOfOurs, end_line
from .keep_lines import ReportUnreadable, keep_lines
from .keep_waiting import keep_waiting
from .map_report import FormWrong, map_report
from .post_shares import post_shares
from .read_report import NoSuchGateway, ReportKnown, read_report

__all__ = [
    "AlreadyBooked",
    "FormWrong",
    "LineEnded",
    "LinesUnread",
    "NoSuchGateway",
    "NotAPaymentOfOurs",
    "NotWhatTheBankShows",
    "ReportKnown",
    "ReportUnreadable",
    "book_report",
    "close_report",
    "discard_report",
    "end_line",
    "keep_lines",
    "keep_waiting",
    "map_report",
    "post_shares",
    "read_report",
]

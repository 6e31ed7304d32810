"""What follows from events, accounts and days alone: docs/algorithms/books.md."""

from .booking import (
    NewEntry,
    SoldLine,
    cost_lines,
    loss_lines,
    market_lines,
    note_lines,
    seller_lines,
)
from .chart import AGAINST, BY_CODE, CHART, OF_JOURNAL, SEEN_BY_SELLER, UNCLASSIFIED
from .digests import digest_of
from .periods import EVER, booked_on, cut, last_day, month_of, next_month
from .statements import balance_rows, profit_of, profit_rows, trial_rows
from .taxes import SAUDI, neutral_rows, saudi_rows, zakat_rows

__all__ = [
    "AGAINST",
    "BY_CODE",
    "CHART",
    "EVER",
    "NewEntry",
    "OF_JOURNAL",
    "SAUDI",
    "SEEN_BY_SELLER",
    "SoldLine",
    "UNCLASSIFIED",
    "balance_rows",
    "booked_on",
    "cost_lines",
    "cut",
    "digest_of",
    "last_day",
    "market_lines",
    "loss_lines",
    "note_lines",
    "month_of",
    "neutral_rows",
    "next_month",
    "profit_of",
    "profit_rows",
    "saudi_rows",
    "seller_lines",
    "trial_rows",
    "zakat_rows",
]

"""What can be done with books."""

from .ask_export import TooManyExports, ask_export
from .ask_reopening import ask_reopening
from .book_debit_loss import book_debit_loss
from .book_debit_note import book_debit_note
from .book_events import book_events
from .book_paper import book_paper
from .book_seller import book_seller
from .check_book import NotYourBook, check_book
from .close_month import BooksBehind, close_month
from .decide_reopening import NotAsked, SamePerson, decide_reopening
from .hold_close import NoSuchClose, NotTheLastClose, hold_close
from .keep_close import NotTheNextMonth, keep_close
from .keep_entry import MonthClosed, keep_entry
from .lock_book import lock_book
from .post_entries import post_entries
from .print_exports import print_exports
from .reverse_entry import AlreadyReversed, NoSuchEntry, reverse_entry
from .write_entry import EntryInvalid, NotBalanced, write_entry

__all__ = [
    "AlreadyReversed",
    "BooksBehind",
    "EntryInvalid",
    "MonthClosed",
    "NoSuchClose",
    "NoSuchEntry",
    "NotAsked",
    "NotBalanced",
    "NotTheLastClose",
    "NotTheNextMonth",
    "NotYourBook",
    "SamePerson",
    "TooManyExports",
    "ask_export",
    "ask_reopening",
    "book_debit_loss",
    "book_debit_note",
    "book_events",
    "book_paper",
    "book_seller",
    "check_book",
    "close_month",
    "decide_reopening",
    "hold_close",
    "keep_close",
    "keep_entry",
    "lock_book",
    "post_entries",
    "print_exports",
    "reverse_entry",
    "write_entry",
]

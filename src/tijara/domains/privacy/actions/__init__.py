"""What can be done about one's data."""

from .ask_closing import CannotClose, ask_closing
from .ask_copy import CopyTooSoon, ask_copy
from .close_account import close_account
from .close_accounts import close_accounts
from .compose_copies import compose_copies
from .drop_copies import drop_copies
from .take_back_closing import take_back_closing

__all__ = [
    "CannotClose",
    "CopyTooSoon",
    "ask_closing",
    "ask_copy",
    "close_account",
    "close_accounts",
    "compose_copies",
    "drop_copies",
    "take_back_closing",
]

"""Books: their sheets, their ledgers, what is left of what was sold, and the proofs about them."""

from .closes import closes, closes_of, figures_of, month_to_close
from .exports import export_file, exports, voucher
from .keys import (
    book_of_seller,
    books_of_market,
    chart,
    country_of,
    moments,
    open_from,
    today_in,
    zone_of_book,
)
from .ledgers import account_ledger, entries_by_hand, entry
from .margins import margins, order_profit
from .proofs import (
    closes_proof,
    due_proof,
    entries_proof,
    inventory_proof,
    kinds_proof,
    market_proof,
    months_proof,
)
from .reports import profit_in, report, tax_due
from .sums import sums, sums_until
from .waiting import exports_waiting, is_behind, unbooked

__all__ = [
    "account_ledger",
    "book_of_seller",
    "books_of_market",
    "chart",
    "closes",
    "closes_of",
    "closes_proof",
    "country_of",
    "due_proof",
    "entries_by_hand",
    "entries_proof",
    "entry",
    "export_file",
    "exports",
    "exports_waiting",
    "figures_of",
    "inventory_proof",
    "is_behind",
    "kinds_proof",
    "margins",
    "market_proof",
    "moments",
    "month_to_close",
    "months_proof",
    "open_from",
    "order_profit",
    "profit_in",
    "report",
    "sums",
    "sums_until",
    "tax_due",
    "today_in",
    "unbooked",
    "voucher",
    "zone_of_book",
]

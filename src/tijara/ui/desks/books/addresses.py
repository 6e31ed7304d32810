"""The addresses of a book, for every desk that keeps one."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.ui.desks.books.entries import (
    books_entries,
    books_entry,
    books_entry_new,
    books_reversal,
    books_voucher,
)
from tijara.ui.desks.books.front import books
from tijara.ui.desks.books.ledger import books_ledger, books_ledger_file
from tijara.ui.desks.books.months import (
    books_asking,
    books_closing,
    books_decision,
    books_months,
)
from tijara.ui.desks.books.reports import (
    books_export,
    books_exports,
    books_file,
    books_report,
)

View = Callable[..., HttpResponse]
form = require_http_methods(["GET", "HEAD", "POST"])


def book_addresses(keeping: Callable[[View], View]) -> list[URLPattern]:
    """`keeping` turns a view that is given its `Keeping` into one that is given a request."""

    def at(address: str, allowed: Callable[[View], View], what: View) -> URLPattern:
        return path(f"books{address}", allowed(keeping(what)), name=what.__name__)

    report, one = "/reports/<slug:name>", "/entries/<uuid:entry_id>"
    return [
        at("", require_safe, books),
        at(report, require_safe, books_report),
        at(f"{report}.<slug:form>", require_safe, books_file),
        at("/accounts/<slug:account>", require_safe, books_ledger),
        at("/accounts/<slug:account>.xlsx", require_safe, books_ledger_file),
        at("/entries", require_safe, books_entries),
        at("/entries/new", form, books_entry_new),
        at("/entries/<uuid:owner_id>/<uuid:entry_id>", require_safe, books_entry),
        at(f"{one}/reversal", require_POST, books_reversal),
        at(f"{one}/voucher", require_safe, books_voucher),
        at("/months", require_safe, books_months),
        at("/months/closing", require_POST, books_closing),
        at("/months/asking", require_POST, books_asking),
        at("/months/decision", require_POST, books_decision),
        at("/exports", require_POST, books_exports),
        at("/exports/<uuid:export_id>", require_safe, books_export),
    ]

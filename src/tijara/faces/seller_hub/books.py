"""A seller's own book at his desk."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from tijara.domains.books import actions as does
from tijara.domains.books import queries as tells
from tijara.domains.books.shapes import Side
from tijara.faces.seller_hub.desk import Desk, at_desk, seat_at
from tijara.kit.powers import Power
from tijara.ui.desks.books.keeping import Books, Keeping
from tijara.ui.pieces.words import named

BOOKS = Books(
    report=tells.report,
    profit_in=tells.profit_in,
    tax_due=tells.tax_due,
    account_ledger=tells.account_ledger,
    entries_by_hand=tells.entries_by_hand,
    entry=tells.entry,
    voucher=tells.voucher,
    closes=tells.closes,
    month_to_close=tells.month_to_close,
    exports=tells.exports,
    export_file=tells.export_file,
    write_entry=does.write_entry,
    reverse_entry=does.reverse_entry,
    close_month=does.close_month,
    ask_reopening=does.ask_reopening,
    decide_reopening=does.decide_reopening,
    ask_export=does.ask_export,
    chart=tells.chart(Side.SELLER),
    has_margins=True,
)


def keeping(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For whoever keeps the store's books."""

    @at_desk
    @wraps(view)
    def at(request: HttpRequest, desk: Desk, **given) -> HttpResponse:
        desk.must(Power.BOOKS_KEEP)
        key = tells.book_of_seller(desk.seller_id)
        told = Keeping(seat_at(request, desk), key, BOOKS, tells.today_in(key), named(desk.store))
        return view(request, told, **given)

    return at

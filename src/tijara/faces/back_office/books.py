"""The operator's books in the office: one for each currency."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse

from tijara.domains.books import actions as does
from tijara.domains.books import queries as tells
from tijara.domains.books.shapes import Side
from tijara.domains.markets.queries import site_name
from tijara.faces.back_office.office import in_office, seat_at
from tijara.kit.actor import Actor
from tijara.ui.desks.books.keeping import Books, Keeping

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
    chart=tells.chart(Side.MARKET),
)


def keeping(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For staff who keep the operator's books, in the currency that is asked for."""

    @in_office
    @wraps(view)
    def at(request: HttpRequest, actor: Actor, **given) -> HttpResponse:
        known = {one.currency: one for one in tells.books_of_market()}
        if not known:
            raise Http404
        asked = request.POST.get("currency") or request.GET.get("currency", "")
        key = known.get(asked) or next(iter(known.values()))
        seat, today = seat_at(request, actor), tells.today_in(key)
        told = Keeping(seat, key, BOOKS, today, site_name(None), tuple(known))
        return view(request, told, **given)

    return at

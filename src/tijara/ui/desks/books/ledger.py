"""The ledger of one account: every entry that moved it, with the balance after each."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from tijara.domains.books.shapes import EntryView, Source
from tijara.ui.desks.books.front import frame
from tijara.ui.desks.books.keeping import Keeping, day_tabs, read_days
from tijara.ui.desks.books.sheets import table_file
from tijara.ui.desks.books.words import COLUMNS, account_name, kind_name
from tijara.ui.directions import page_number

AT_ONCE, MOST_PAGES = 1000, 50
"""Of a file."""


def books_ledger(request: HttpRequest, keeping: Keeping, account: str) -> HttpResponse:
    row = _row(keeping, account)
    days = read_days(request.GET.dict(), keeping.today)
    opening, page = keeping.books.account_ledger(
        keeping.key, account, days.period, page=page_number(request)
    )
    context = {
        "name": account_name(keeping.key.side, account),
        "number": row.number,
        "account": account,
        "opening": opening,
        "page": page,
        "rows": [
            (one, kind_name(one.kind), entry_address(keeping, one.owner_id, one.entry_id))
            for one in page.items
        ],
        "days": days,
        "tabs": day_tabs(keeping, f"accounts/{account}", days),
        "file": keeping.address(f"accounts/{account}.xlsx", **days.query),
        "trial": keeping.address("reports/trial", **days.query),
        **frame(keeping),
    }
    return keeping.seat.draw("ui/books/ledger.html", context, 200)


def books_ledger_file(request: HttpRequest, keeping: Keeping, account: str) -> HttpResponse:
    _row(keeping, account)
    days = read_days(request.GET.dict(), keeping.today)
    head = [account_name(keeping.key.side, account), "", COLUMNS["net"], COLUMNS["closing"]]
    rows: list[list[object]] = [head]
    for number in range(1, MOST_PAGES + 1):
        opening, page = keeping.books.account_ledger(
            keeping.key, account, days.period, page=number, size=AT_ONCE
        )
        if number == 1:
            rows.append([days.span.first, COLUMNS["opening"], None, opening])
        rows += [
            [one.booked_on, f"{kind_name(one.kind)} {one.reason}".strip(), one.amount, one.balance]
            for one in page.items
        ]
        if not page.has_next:
            break
    return table_file(account, "xlsx", rows, keeping.key.currency)


def entry_address(keeping: Keeping, owner_id: UUID, entry_id: UUID) -> str:
    return keeping.address(f"entries/{owner_id}/{entry_id}")


def order_address(keeping: Keeping, told: EntryView) -> str:
    """Of the order that an entry is of, at this desk; nothing for others."""
    if told.order_id is None:
        return ""
    if keeping.key.is_market:
        return keeping.seat.address(f"sellers/{told.owner_id}/orders/{told.order_id}")
    return keeping.seat.address(f"orders/{told.order_id}")


def is_by_hand(told: EntryView) -> bool:
    return told.source in (Source.MANUAL, Source.REVERSAL)


def _row(keeping: Keeping, account: str):
    found = [one for one in keeping.books.chart if one.code == account]
    if not found:
        raise Http404
    return found[0]

"""The journal of the whole market: every event in money, by seller, order, kind, time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.ledger.queries import balances, journals
from tijara.domains.ledger.shapes import Account, JournalView
from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.queries import all_orders, orders
from tijara.domains.orders.shapes import OrdersWanted
from tijara.domains.parties.queries import seller_terms
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.narrowing import kept_in, read_day
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.words import ACCOUNTS, JOURNALS
from tijara.kit.actor import Actor
from tijara.kit.money import Money
from tijara.kit.page import Cursor, read_cursor
from tijara.ui import downloads
from tijara.ui.directions import page_cursor, page_number
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local

LONGEST_TEXT = 30
AT_ONCE, MOST = 2000, 50_000
"""Of a file: rows are read in such parts, and no file has more."""


@dataclass(frozen=True, slots=True)
class Wanted:
    given: dict[str, str]
    seller_id: UUID | None
    order_ids: list[UUID] | None
    kind: str
    since: datetime | None
    until: datetime | None

    def page(self, number: int, size: int, beside: Cursor | None):
        return journals(
            seller_id=self.seller_id,
            order_ids=self.order_ids,
            kind=self.kind,
            between=(self.since, self.until),
            page=number,
            size=size,
            beside=beside,
        )


@require_safe
@in_office
def journal(request: HttpRequest, actor: Actor) -> HttpResponse:
    wanted = _wanted(request)
    page = wanted.page(page_number(request), 30, page_cursor(request))
    cards = stores({one.seller_id for one in page.items} | {wanted.seller_id} - {None})
    numbers = _numbers(page.items)
    context = {
        "page": page,
        "rows": [_row(one, cards, numbers) for one in page.items],
        "balances": _balances(wanted.seller_id),
        "given": wanted.given,
        "seller": wanted.seller_id,
        "seller_store": cards.get(wanted.seller_id),
        "is_narrowed": any(wanted.given.values()),
        "kinds": [("", _("Every kind")), *JOURNALS.items()],
        "file": kept_in(local("/office/journal.csv"), wanted.given),
        **own_views(request, actor, "journal"),
    }
    return office_page(request, "journal", context)


@require_safe
@in_office
def journal_file(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What is narrowed to, as a table: one posting a line."""
    head = (_("When"), _("Event"), _("Store"), _("Order"), _("Debit"), _("Credit"), _("Amount"),
            _("Currency"))  # fmt: skip
    return downloads.table("journal", [head, *_lines(_wanted(request))])


def _lines(wanted: Wanted) -> Iterator[tuple]:
    beside = None
    for number in range(1, MOST // AT_ONCE + 1):
        page = wanted.page(number, AT_ONCE, beside)
        beside = read_cursor(page.after)
        cards, numbers = stores({one.seller_id for one in page.items}), _numbers(page.items)
        for one in page.items:
            store = cards.get(one.seller_id)
            start = (
                timezone.localtime(one.occurred_at).isoformat(timespec="seconds"),
                JOURNALS.get(one.kind, one.kind),
                store.name_ar if store else one.seller_id,
                numbers.get(one.order_id, ""),
            )
            for debit, credit, amount in one.postings:
                money = Money(amount, one.currency).to_decimal_string()
                yield *start, ACCOUNTS[debit], ACCOUNTS[credit], money, one.currency
        if not page.has_next:
            return


def _wanted(request: HttpRequest) -> Wanted:
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    seller_id = read_id(request.GET.get("seller", ""))
    kind = request.GET.get("kind", "")
    kind = kind if kind in JOURNALS else ""
    since, until = read_day(request, "since"), read_day(request, "until")
    found = all_orders(OrdersWanted(text=text), size=50).items if text else None
    given = {"q": text, "seller": str(seller_id or ""), "kind": kind}
    given |= {"since": str(since or ""), "until": str(until or "")}
    return Wanted(
        given=given,
        seller_id=seller_id,
        order_ids=None if found is None else [row.id for row in found],
        kind=kind,
        since=timezone.make_aware(datetime.combine(since, time())) if since else None,
        until=timezone.make_aware(datetime.combine(until + timedelta(days=1), time()))
        if until
        else None,
    )


def _numbers(rows: list[JournalView]) -> dict[UUID | None, str]:
    keys = [(one.seller_id, one.order_id) for one in rows if one.order_id]
    return {order_id: order.number for order_id, order in orders(keys).items()}


def _row(one: JournalView, cards: dict, numbers: dict) -> tuple:
    postings = [
        (ACCOUNTS[debit], ACCOUNTS[credit], Money(amount, one.currency))
        for debit, credit, amount in one.postings
    ]
    kind = JOURNALS.get(one.kind, one.kind)
    return one, kind, cards.get(one.seller_id), numbers.get(one.order_id), postings


def _balances(seller_id: UUID | None) -> tuple[str, list[tuple]] | None:
    """(currency, [(account, debit balance, credit balance)]) of a seller. Of the whole market they
    stand in its books: adding up every posting is no matter for a page."""
    known = seller_terms([seller_id] if seller_id else [])
    if seller_id not in known:
        return None
    currency = market_by_id(known[seller_id].market_id).currency
    return currency, _sides(currency, balances(seller_id))


def _sides(currency: str, of: dict[Account, int]) -> list[tuple]:
    rows = []
    for account, name in ACCOUNTS.items():
        amount = of.get(account, 0)
        if amount:
            money = Money(abs(amount), currency)
            rows.append((name, money if amount > 0 else None, money if amount < 0 else None))
    return rows

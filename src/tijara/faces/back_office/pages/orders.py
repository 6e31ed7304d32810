"""The orders of all stores: searched, narrowed, and looked at by state."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.checkout.queries import pay_standings_of
from tijara.domains.geography.queries import town
from tijara.domains.orders.queries import COUNTED, all_orders, counts_of_all
from tijara.domains.orders.shapes import OPEN, OrderState, OrdersWanted
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.narrowing import kept_in, read_day
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.pages.orders_batch import WHY
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.ui.directions import counted, page_cursor, page_number
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.trade_words import ORDER_STATES, PAYMENT_METHODS, order_state

LONGEST_TEXT = 60
PAGE = "/office/orders"
TO_THE_END = (OrderState.PENDING, *OPEN)
"""What is still open is counted to its end; of the rest up to COUNTED."""


@require_safe
@in_office
def orders(request: HttpRequest, actor: Actor) -> HttpResponse:
    said = request.GET.get("state", "")
    state = OrderState(said) if said in OrderState else None
    seller_id = read_id(request.GET.get("seller", ""))
    wanted, given = _wanted(request, state)
    number, beside = page_number(request), page_cursor(request)
    page = all_orders(wanted, seller_id=seller_id, page=number, beside=beside)
    cards = stores({row.seller_id for row in page.items} | ({seller_id} if seller_id else set()))
    standings = pay_standings_of(page.items)
    context = {
        "state": state or "",
        "query": wanted.text,
        "given": given,
        "seller": seller_id,
        "seller_store": cards.get(seller_id) if seller_id else None,
        "is_narrowed": any(given.values()) or seller_id is not None,
        "methods": [("", _("Any")), *PAYMENT_METHODS.items()],
        "may_cancel": actor.may(Power.ORDERS_CANCEL),
        "reasons": [("", _("Choose")), *WHY.items()],
        "page": page,
        "rows": [
            (
                row,
                cards.get(row.seller_id),
                town(row.city),
                *order_state(row.state, standings.get(row.id)),
                PAYMENT_METHODS.get(row.payment_method, ""),
            )
            for row in page.items
        ],
        **own_views(request, actor, "orders", _tabs(state, given | _of(seller_id))),
    }
    return office_page(request, "orders", context)


def _wanted(request: HttpRequest, state: OrderState | None) -> tuple[OrdersWanted, dict[str, str]]:
    """What is looked for, and how it stands in the form: what can't be read is passed over."""
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    method = request.GET.get("method", "")
    method = method if method in PAYMENT_METHODS else ""
    since, until = read_day(request, "since"), read_day(request, "until")
    wanted = OrdersWanted(
        states=(state,) if state else (),
        text=text,
        payment_method=method,
        since=_start(since),
        until=_start(until + timedelta(days=1)) if until else None,
    )
    given = {"q": text, "method": method}
    given |= {
        name: day.isoformat() if day else "" for name, day in (("since", since), ("until", until))
    }
    return wanted, given


def _start(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time())) if day else None


def _of(seller_id: UUID | None) -> dict[str, str]:
    return {"seller": str(seller_id) if seller_id else ""}


def _tabs(state: OrderState | None, given: dict[str, str]) -> list[dict]:
    counts = counts_of_all()
    cut = {each for each, number in counts.items() if number >= COUNTED and each not in TO_THE_END}
    tabs: list[tuple] = [(None, _("All"), counted(sum(counts.values()), is_cut=bool(cut)))]
    tabs += [
        (each, name, counted(counts[each], is_cut=each in cut))
        for each, (name, _tone) in ORDER_STATES.items()
    ]
    is_whole = not any(given.values())
    return [
        {
            "text": name,
            "href": kept_in(local(PAGE), given | {"state": str(each or "")}),
            "count": number if is_whole else None,
            "current": each == state,
        }
        for each, name, number in tabs
    ]

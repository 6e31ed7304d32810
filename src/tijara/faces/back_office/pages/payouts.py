"""Who is owed what, what was paid out, and what no bank took."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from tijara.domains.settlements.queries import all_payouts, bank_accounts, came_back, payables
from tijara.domains.settlements.shapes import PayableOrder, Payables
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.run_words import TRANSFERS
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number
from tijara.ui.language import local

FAILED = "failed"
ORDERS = {
    PayableOrder.OWED: pgettext_lazy("payout", "The most first"),
    PayableOrder.HELD: pgettext_lazy("payout", "The most held first"),
    PayableOrder.JOINED: pgettext_lazy("payout", "As they joined"),
}


@require_safe
@in_office
def payouts(request: HttpRequest, actor: Actor) -> HttpResponse:
    is_failed = request.GET.get("view") == FAILED
    tabs = [
        _tab(_("What is owed"), "", is_current=not is_failed),
        _tab(_("Not accepted, or came back"), f"?view={FAILED}", is_current=is_failed),
    ]
    context = _failed(request) if is_failed else _owed(request)
    return office_page(request, "payouts", context | own_views(request, actor, "payouts", tabs))


def _tab(text: str, query: str, *, is_current: bool) -> dict:
    return {"text": text, "href": local(f"/office/payouts{query}"), "current": is_current}


def _owed(request: HttpRequest) -> dict:
    said = request.GET.get("order", "")
    order = PayableOrder(said) if said in PayableOrder else PayableOrder.OWED
    told = payables(order=order, page=page_number(request))
    latest = all_payouts(size=10).items
    cards = stores({one.seller_id for one in told.page.items} | {one.seller_id for one in latest})
    return {
        "page": told.page,
        "rows": [(one, cards.get(one.seller_id)) for one in told.page.items],
        "latest": [(one, cards.get(one.seller_id)) for one in latest],
        "totals": _totals(told),
        "orders": ORDERS.items(),
        "order": order,
    }


def _totals(told: Payables) -> list[tuple]:
    """(label, what is owed, what sellers owe us or None), of each currency."""
    debts = {one.currency: one for one in told.debts}
    return [
        (
            _("Owed in all, %(currency)s") % {"currency": one.currency},
            one,
            debts.get(one.currency),
        )
        for one in told.owed
    ]


def _failed(request: HttpRequest) -> dict:
    """A new bank account since then is why it may be paid again."""
    found = came_back(page=page_number(request))
    ids = {one.seller_id for one in found.items}
    cards, accounts = stores(ids), bank_accounts(ids)
    rows = [
        (
            one,
            cards.get(one.seller_id),
            *TRANSFERS[one.state],
            one.seller_id in accounts and accounts[one.seller_id].changed_at > one.moved_at,
        )
        for one in found.items
    ]
    return {"is_failed": True, "page": found, "back": rows}

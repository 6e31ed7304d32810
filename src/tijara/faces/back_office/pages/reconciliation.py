"""The reconciliation desk: what lies between owners, what waits there, and how old that is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from tijara.domains.clearing.queries import clearings, open_items, reports_to_book
from tijara.domains.clearing.shapes import LATE_DAYS, Clearing, OpenItem
from tijara.domains.ledger.shapes import Account
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.words import ACCOUNTS
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number
from tijara.ui.language import local

WAITS: dict[Account, Promise] = {
    Account.GATEWAY_RECEIVABLE: _("Cards were charged; the gateway has not paid us yet."),
    Account.GATEWAY_PAYABLE: _("The gateway paid or took what we know nothing of."),
    Account.CARRIER_RECEIVABLE: _("Collected at the door; the carrier has not paid yet."),
    Account.CARRIER_PAYABLE: _("Owed to carriers for ways back, or paid too much by them."),
    Account.BUYER_REFUNDABLE: _("Refunds on their way back to buyers."),
    Account.EXCHANGE_CLEARING: _("From an order to the one that replaces it: always nothing."),
    Account.SELLER_HELD: _("Earned; the days run in which the buyer is protected."),
    Account.SELLER_RESERVE: _("Earned; kept back until its day."),
    Account.PAYOUTS_ON_THEIR_WAY: _("The bank was told, and has not answered yet."),
}
AGES = (
    pgettext_lazy("age", "Up to 7 days"),
    pgettext_lazy("age", "8–14 days"),
    pgettext_lazy("age", "15–30 days"),
    pgettext_lazy("age", "More than 30 days"),
)
PLACES = {
    (Account.GATEWAY_PAYABLE, False): "payments/reports/{id}",
    (Account.PAYOUTS_ON_THEIR_WAY, False): "payout-runs/{id}",
    (Account.SELLER_RESERVE, False): "sellers/{seller}/payout",
    (Account.CARRIER_RECEIVABLE, True): "cash/parcels/{seller}/{id}",
    (Account.CARRIER_PAYABLE, False): "cash/lists/{id}",
}
"""By account, and whether it is of an order; else the order itself."""
NOT_AGED = (Account.SELLER_HELD, Account.SELLER_RESERVE)
"""What lies there has its own day and is never late."""


@require_safe
@in_office
def reconciliation(request: HttpRequest, actor: Actor) -> HttpResponse:
    found = clearings()
    context = {
        "books": [
            (
                currency,
                [
                    (one, ACCOUNTS[one.account], WAITS[one.account], _is_late(one))
                    for one in rows
                    if one.items or one.balance or one.account is Account.EXCHANGE_CLEARING
                ],
                sum(bool(one.difference) for one in rows),
            )
            for currency, rows in found.items()
        ],
        "ages": AGES,
        "reports": reports_to_book(),
    }
    return office_page(request, "reconciliation", context)


@require_safe
@in_office
def clearing_account(
    request: HttpRequest, actor: Actor, account: str, currency: str
) -> HttpResponse:
    told = next((one for one in WAITS if one == account), None)
    found = clearings().get(currency, ()) if told else ()
    whole = next((one for one in found if one.account is told), None)
    if told is None or whole is None:
        raise Http404
    page = open_items(told, currency, page=page_number(request))
    names = stores({one.seller_id for one in page.items})
    context = {
        "whole": whole,
        "name": ACCOUNTS[told],
        "waits": WAITS[told],
        "page": page,
        "rows": [
            (one, names.get(one.seller_id), _place(told, one), _late(told, one))
            for one in page.items
        ],
    }
    return office_page(request, "clearing_account", context)


def _is_late(one: Clearing) -> bool:
    return one.account not in NOT_AGED and any(one.ages[1:])


def _late(account: Account, one: OpenItem) -> bool:
    return account not in NOT_AGED and one.days > LATE_DAYS


def _place(account: Account, one: OpenItem) -> str:
    """Where somebody can do something about it."""
    place = PLACES.get((account, one.order_id is not None))
    if place is None and one.order_id is not None:
        place = "sellers/{seller}/orders/{order}"
    told = {"seller": one.seller_id, "order": one.order_id, "id": one.id}
    return local(f"/office/{place.format(**told)}") if place else ""

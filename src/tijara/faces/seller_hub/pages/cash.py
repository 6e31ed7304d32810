"""My cash: where it is, whom to call, what was not handed over."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.cash.queries import cash_of_seller, deposit_sums, parcels_of_seller
from tijara.domains.cash.shapes import OWED, CashState
from tijara.domains.checkout.actions import NothingToConfirm, confirm_by_call
from tijara.domains.orders.queries import orders_of_seller
from tijara.domains.orders.shapes import OrderState, OrdersWanted
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.settlements.queries import waiting
from tijara.faces.seller_hub.acts import found_order
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.money import Money, total
from tijara.kit.powers import Power
from tijara.ui.cash_words import CASH_STATES
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of

TO_CALL = OrdersWanted(states=(OrderState.PENDING,), payment_method=PaymentMethod.CASH_ON_DELIVERY)
IN_THE_BANK = (CashState.REMITTED, CashState.RECONCILED)


@require_safe
@at_desk
def cash(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.ORDERS_HANDLE)
    said = request.GET.get("state", "")
    state = CashState(said) if said in CashState else None
    places = {one.state: one for one in cash_of_seller(desk.seller_id)}
    page = parcels_of_seller(
        desk.seller_id, states=(state,) if state else (), page=page_number(request)
    )
    currency = desk.market.currency
    context = {
        "sums": {
            "on_the_way": _sum(places, (CashState.WITH_CARRIER,), currency),
            "owed": _sum(places, OWED, currency),
            "come": _sum(places, IN_THE_BANK, currency),
        },
        "late": sum(places[one].parcels for one in (CashState.LATE, CashState.CLAIMED)
                    if one in places),
        "waiting": waiting(desk.seller_id),
        "has_money": desk.actor.may(Power.STORE_MANAGE),
        "tabs": _tabs(places, state),
        "page": page,
        "rows": [(one, *CASH_STATES[one.state]) for one in page.items],
        "to_call": orders_of_seller(desk.seller_id, TO_CALL, size=20).items,
        "state": state,
        "has_deposits": bool(deposit_sums(desk.seller_id)),
    }  # fmt: skip
    return hub_page(request, desk, "cash", context)


@require_POST
@at_desk
def call(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    found_order(desk, order_id)
    try:
        confirm_by_call(actor=desk.actor, seller_id=desk.seller_id, order_id=order_id)
    except NothingToConfirm as refusal:
        return see_other(local("/hub/cash#calls"), sentence_of(refusal), "warn")
    return see_other(local(f"/hub/orders/{order_id}"), _("Confirmed. The order is yours to send."))


def _sum(places: dict, states: tuple, currency: str) -> Money:
    return total([places[one].amount for one in states if one in places], currency)


def _tabs(places: dict, chosen: CashState | None) -> list[dict]:
    """All, and each state in which something is."""
    tabs = [{"text": _("All"), "href": local("/hub/cash"), "current": chosen is None}]
    return tabs + [
        {
            "text": name,
            "href": local(f"/hub/cash?state={state}"),
            "count": places[state].parcels,
            "current": state is chosen,
        }
        for state, (name, _tone) in CASH_STATES.items()
        if state in places
    ]

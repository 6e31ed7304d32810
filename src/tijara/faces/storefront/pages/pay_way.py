"""Another way to pay for what was ordered: card or transfer at once; cash by a new order."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from tijara.domains.carts.actions import CartFull
from tijara.domains.orders.actions import NotCancellable, cancel_order
from tijara.domains.orders.queries import order_link_token, orders
from tijara.domains.orders.shapes import CancelReason, OrderState, OrderView
from tijara.domains.payments.actions import (
    ChargeNotOpen,
    ReceiptWaiting,
    WayNotOffered,
    check_charge,
    switch_charge,
)
from tijara.domains.payments.shapes import ChargeState, ChargeView, PaymentMethod
from tijara.faces.storefront.buyers import as_actor, known_buyer, remember
from tijara.faces.storefront.frame import see_other
from tijara.faces.storefront.other_ways import other_ways
from tijara.faces.storefront.pace import CANCELLING, PAYING, pace
from tijara.faces.storefront.pages.again import NONE_LEFT
from tijara.faces.storefront.pages.cart import FULL
from tijara.faces.storefront.payments import payment_of
from tijara.faces.storefront.repeats import picks_of, put_picks
from tijara.kit.ids import new_id
from tijara.ui.flash import flash
from tijara.ui.refusal_texts import sentence_of

SWITCHED = {
    PaymentMethod.CARD: _("You pay by card now. Nothing else has changed."),
    PaymentMethod.BANK_TRANSFER: _("You pay by transfer now. Nothing else has changed."),
}
LOOK = _("Look at the total in cash, then confirm. Nothing is ordered until you do.")
NOT_IN_CASH = _("This can’t be paid in cash. Your order is as it was.")


@require_POST
def pay_way(request: HttpRequest, key: str) -> HttpResponse:
    """The way that was pressed. What this page does not offer is refused, and nothing changes."""
    payment = payment_of(request, key)
    charge = payment.charge
    if request.POST.get("way") == PaymentMethod.CASH_ON_DELIVERY:
        return _in_cash(request, key, charge)
    pace(PAYING, charge.buyer_id)
    method = next((one for one in SWITCHED if one == request.POST.get("way")), None)
    open_to = {charge.method, *(way.method for way in other_ways(charge, _waiting(charge)))}
    try:
        if method is None or method not in open_to:
            raise WayNotOffered()
        switch_charge(
            actor=as_actor(charge.buyer_id),
            buyer_id=charge.buyer_id,
            charge_id=charge.id,
            method=method,
        )
    except (ChargeNotOpen, ReceiptWaiting, WayNotOffered) as refusal:
        return see_other("pay", key, say=sentence_of(refusal), tone="warn")
    return see_other("pay", key, say=SWITCHED[method])


def _in_cash(request: HttpRequest, key: str, charge: ChargeView) -> HttpResponse:
    """Cash has a fee, taxes of its own and another promise to the seller: the unpaid orders are
    called off and their goods lie in the cart, with cash chosen. The gateway is asked first, so
    that nobody who has just paid loses his order."""
    pace(CANCELLING, charge.buyer_id)
    check_charge(actor=as_actor(charge.buyer_id), buyer_id=charge.buyer_id, charge_id=charge.id)
    charge = payment_of(request, key).charge
    found = _waiting(charge)
    if not any(way.method is PaymentMethod.CASH_ON_DELIVERY for way in other_ways(charge, found)):
        return see_other("pay", key, say=NOT_IN_CASH, tone="warn")
    buyer_id = known_buyer(request) or new_id()
    _call_off(charge, found)
    response = _into_cart(buyer_id, found)
    remember(request, response, buyer_id)
    return response


def _waiting(charge: ChargeView) -> list[OrderView]:
    if charge.state is not ChargeState.OPEN or charge.is_waiting_for_staff:
        return []
    found = orders([(part.seller_id, part.order_id) for part in charge.parts]).values()
    return [one for one in found if one.state is OrderState.PENDING]


def _call_off(charge: ChargeView, found: Iterable[OrderView]) -> None:
    """Each by itself, as its buyer would. One that has moved on meanwhile stays as it is."""
    for one in found:
        try:
            cancel_order(
                actor=as_actor(charge.buyer_id),
                seller_id=one.seller_id,
                order_id=one.id,
                reason=CancelReason.CHANGED_MIND,
            )
        except NotCancellable:
            continue


def _into_cart(buyer_id: UUID, found: Sequence[OrderView]) -> HttpResponse:
    picks = [pick for one in found for pick in picks_of(one)]
    if not picks:
        return see_other("cart", say=NONE_LEFT, tone="warn")
    try:
        put_picks(buyer_id, picks)
    except CartFull:
        return see_other("cart", say=FULL, tone="warn")
    asked = {
        "payment": PaymentMethod.CASH_ON_DELIVERY.value,
        "like": order_link_token(found[0].seller_id, found[0].id),
    }
    response = see_other("checkout", at=f"?{urlencode(asked)}")
    flash(response, LOOK, "info")
    return response

"""What became of a checkout: the orders that stand, and the parts that could not be had."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tijara.domains.checkout.queries import checkout_result, waits_for_code
from tijara.domains.checkout.shapes import CheckoutResult
from tijara.domains.geography.queries import town
from tijara.domains.orders.queries import order_link_token, orders
from tijara.domains.orders.shapes import OrderState, OrderView, Outcome
from tijara.domains.payments.shapes import PayStanding
from tijara.domains.stores.queries import stores
from tijara.faces.storefront.buyers import known_buyers
from tijara.faces.storefront.frame import page
from tijara.faces.storefront.here import here
from tijara.faces.storefront.order_words import spoken
from tijara.faces.storefront.payments import standing_of
from tijara.kit.money import Money, total
from tijara.ui.language import local
from tijara.ui.trade_words import PAYMENT_METHODS

WHY = {
    Outcome.SOLD_OUT: _("It sold out a moment before you confirmed; you owe nothing for it."),
    Outcome.PRICE_CHANGED: _(
        "Its price changed as you confirmed, so it was not ordered. Look at it again."
    ),
    Outcome.UNAVAILABLE: _("The shop no longer offers it; you owe nothing for it."),
}


@require_safe
def placed(request: HttpRequest, checkout_id: UUID) -> HttpResponse:
    """Only for the browser that ordered; anyone else's checkout is not there."""
    tried = (checkout_result(buyer_id, checkout_id) for buyer_id in known_buyers(request))
    result = next(filter(None, tried), None)
    if result is None:
        raise Http404
    standing, missed = _parts(result)
    placed_orders = [one["order"] for one in standing]
    first = placed_orders[0].address if standing else None
    return page(
        request,
        "placed",
        {
            "standing": standing,
            "missed": missed,
            "alive": len(_alive(placed_orders)),
            **_sums(_alive(placed_orders) or placed_orders),
            "tender": PAYMENT_METHODS.get(placed_orders[0].payment_method, "") if standing else "",
            "address": first,
            "city": town(first.city) if first else None,
            "checkout_id": checkout_id,
            "forms": local(f"/checkouts/{checkout_id}"),
            "is_demonstration": settings.DEMONSTRATION,
            **_still_to_do(placed_orders),
        },
        is_private=True,
    )


def _alive(found: list[OrderView]) -> list[OrderView]:
    return [one for one in found if one.state is not OrderState.CANCELLED]


def _sums(found: list[OrderView]) -> dict[str, Money]:
    """What they cost, what of it was paid by other means, and what is left for the way that was
    chosen. In the currency of the orders, from whatever market they are looked at."""
    currency = found[0].total.currency if found else here().currency
    return {
        "total": total([one.total for one in found], currency),
        "ahead": total([one.ahead for one in found], currency),
        "credit": total([one.credit for one in found], currency),
        "rest": total([one.rest for one in found], currency),
    }


def _still_to_do(found: list[OrderView]) -> dict:
    """What the buyer has to do yet, or that nothing of it stands any more."""
    waiting = [one for one in found if one.state is OrderState.PENDING]
    is_code = any(waits_for_code(one) for one in waiting)
    is_unpaid = bool(waiting) and not is_code
    standing = standing_of(waiting[0].buyer_id, waiting[0].checkout_id) if is_unpaid else None
    return {
        "waiting": waiting[0] if waiting else None,
        "is_code": is_code,
        **({f"is_{standing}": True} if standing else {}),
        "is_over": bool(found) and all(one.state is OrderState.CANCELLED for one in found),
        "is_paid": standing is PayStanding.ARRIVING or any(one.paid_at for one in found),
        "is_digital": bool(found) and all(one.is_digital for one in found),
    }


def _parts(result: CheckoutResult) -> tuple[list[dict], list[dict]]:
    """(orders with their stores and links, refused parts with their reasons)."""
    windows = stores([one.seller_id for one in result.placed + result.missed])
    placed_orders = orders([(one.seller_id, one.order_id) for one in result.placed])
    found = {one.id: one for one in spoken(placed_orders.values())}
    standing = [
        {
            "order": found[one.order_id],
            "store": windows[one.seller_id],
            "token": order_link_token(one.seller_id, one.order_id),
            "pieces": sum(line.quantity for line in found[one.order_id].lines),
            "is_over": found[one.order_id].state is OrderState.CANCELLED,
        }
        for one in result.placed
    ]
    missed = [
        {"store": windows[one.seller_id], "why": WHY.get(one.outcome, WHY[Outcome.UNAVAILABLE])}
        for one in result.missed
    ]
    return standing, missed

"""One order, for whoever holds its signed link: where it is, and how to call it off."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.geography.queries import city
from tijara.domains.orders.actions import NotCancellable, cancel_order
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.queries import read_order_token
from tijara.domains.orders.shapes import CancelReason, OrderState, OrderView
from tijara.domains.stores.queries import stores
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.order_words import AHEAD, HEADLINES, REASONS, STATES, STEPS, TOLD
from tijara.faces.storefront.pace import CANCELLING, pace
from tijara.faces.storefront.tracking import tracking_of

WAY = (OrderState.PLACED, OrderState.CONFIRMED, OrderState.SHIPPED, OrderState.DELIVERED)
CANCELLED = _("Your order is cancelled. Nothing is owed for it.")
TOO_LATE = _("This order can’t be cancelled any more. If it comes, you may refuse it at the door.")
NO_REASON = _("Choose why you cancel; the order stands until you do.")


@require_safe
def order(request: HttpRequest, token: str) -> HttpResponse:
    found = found_order(token)
    headline, explanation = HEADLINES[found.state]
    state_name, state_tone = STATES[found.state]
    return page(
        request,
        "order",
        {
            "order": found,
            "token": token,
            "headline": headline,
            "explanation": explanation,
            "state_name": state_name,
            "state_tone": state_tone,
            "pieces": sum(line.quantity for line in found.lines),
            "store": stores([found.seller_id]).get(found.seller_id),
            "city": city(found.address.city),
            "call_off_reasons": REASONS.items(),
            **tracking_of(found),
            "way": _way(found),
            "journey": _journey(found),
            "reasons": REASONS.items() if found.can_be_cancelled else (),
            "is_paid": found.state == OrderState.DELIVERED,
        },
        is_private=True,
    )


@require_POST
def cancellation(request: HttpRequest, token: str) -> HttpResponse:
    found = found_order(token)
    pace(CANCELLING, found.buyer_id)
    reason = request.POST.get("reason", "")
    if reason not in REASONS:
        return see_other("order", token, say=NO_REASON, tone="warn", at="#cancellation")
    try:
        cancel_order(
            actor=as_actor(found.buyer_id),
            seller_id=found.seller_id,
            order_id=found.id,
            reason=CancelReason(reason),
        )
    except NotCancellable:
        return see_other("order", token, say=TOO_LATE, tone="warn")
    return see_other("order", token, say=CANCELLED)


def found_order(token: str) -> OrderView:
    key: tuple[UUID, UUID] | None = read_order_token(token)
    found = find_order(*key) if key else None
    if found is None:
        raise Http404
    return found


def _way(found: OrderView) -> list[dict]:
    """The steps of an order that arrives, each with its moment; none for one that doesn't."""
    if found.state not in WAY:
        return []
    moments = {step.state: step.moved_at for step in found.steps}
    done = WAY.index(found.state)
    return [
        {
            "name": STEPS[state] if place <= done else AHEAD[state],
            "moment": moments.get(state),
            "is_done": place <= done,
            "is_next": place == done + 1,
        }
        for place, state in enumerate(WAY)
    ]


def _journey(found: OrderView) -> list[dict]:
    """What happened, the latest first."""
    return [
        {"name": STEPS[step.state], "moment": step.moved_at, "reason": TOLD.get(step.reason)}
        for step in reversed(found.steps)
    ]

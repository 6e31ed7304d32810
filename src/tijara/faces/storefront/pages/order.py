"""One order, for whoever holds its signed link: where it is, and how to call it off."""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.cash.queries import deposit_of
from tijara.domains.catalogue.queries import product_facts
from tijara.domains.checkout.queries import waits_for_code
from tijara.domains.deals.queries import deal_of_order, is_disputed, may_complain_early
from tijara.domains.geography.queries import town
from tijara.domains.invoicing.queries import invoices_of_order, open_claims_of_order
from tijara.domains.markets.queries import tax_classes_in
from tijara.domains.orders.actions import NotCancellable, cancel_order
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.queries import orders as find_orders
from tijara.domains.orders.queries import read_order_token
from tijara.domains.orders.shapes import ENDED, CancelReason, OrderLineView, OrderState, OrderView
from tijara.domains.payments.queries import pay_link_token
from tijara.domains.payments.shapes import PayStanding
from tijara.domains.returns.queries import owed_of_orders, returnable_lines, returns_of_order
from tijara.domains.returns.shapes import OwedView, ReturnView
from tijara.domains.stores.queries import stores
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.order_words import (
    AHEAD,
    DIGITAL_HEADLINES,
    HEADLINES,
    OWED_HEADLINE,
    PAID_HEADLINES,
    REASONS,
    STATES,
    STEPS,
    TOLD,
    WAITED_HEADLINES,
    WAITED_STATES,
    spoken,
)
from tijara.faces.storefront.pace import CANCELLING, pace
from tijara.faces.storefront.pages.keeping import may_keep
from tijara.faces.storefront.payments import standing_of
from tijara.faces.storefront.points import points_at_order
from tijara.faces.storefront.return_words import return_standing
from tijara.faces.storefront.tracking import tracking_of
from tijara.kit.money import Money
from tijara.ui.cash_words import BUYER_DEPOSITS
from tijara.ui.language import local
from tijara.ui.taxes import taxes_of_order
from tijara.ui.trade_words import PAYMENT_METHODS
from tijara.ui.whys import whys_of_order

WAY = (OrderState.PLACED, OrderState.CONFIRMED, OrderState.SHIPPED, OrderState.DELIVERED)
WITHOUT_A_ROAD = (OrderState.PLACED, OrderState.DELIVERED)
PASSED = {OrderState.PENDING: OrderState.PLACED, OrderState.PACKED: OrderState.CONFIRMED}
"""States that are no step of their own on the way: (the step they stand before or at)."""
HANDED_OVER = frozenset({OrderState.DELIVERED, OrderState.REFUNDED})
CANCELLED = _("Your order is cancelled. Nothing is owed for it.")
MONEY_BACK = _("Your order is cancelled. Your money goes back to you the way you paid it.")
TRANSFER_BACK = _(
    "The order was cancelled. If a payment is still on its way, it goes back to you in full."
)
TOO_LATE = _("This order can’t be cancelled any more. If it comes, you may refuse it at the door.")
NO_REASON = _("Choose why you cancel; the order stands until you do.")


@require_safe
def order(request: HttpRequest, token: str) -> HttpResponse:
    (found,) = spoken([found_order(token)])
    owed = owed_of_orders(found.seller_id, [found.id]).get(found.id, ())
    standing = _standing(found)
    headline, explanation = WAITED_HEADLINES.get(standing) or _told(found, owed)
    state_name, state_tone = WAITED_STATES[standing] if standing else STATES[found.state]
    return page(
        request,
        "order",
        {
            "order": found,
            "goods": _goods(found),
            "token": token,
            "headline": headline,
            "explanation": explanation,
            "state_name": state_name,
            "state_tone": state_tone,
            "pieces": sum(line.quantity for line in found.lines),
            "asked": found.asked,
            "whys": whys_of_order(found),
            "taxes": taxes_of_order(found, tax_classes_in(found.market_id)),
            "store": stores([found.seller_id]).get(found.seller_id),
            "city": town(found.address.city),
            "call_off_reasons": REASONS.items(),
            **tracking_of(found),
            "way": _way(found),
            "journey": _journey(found),
            "reasons": REASONS.items() if found.can_be_cancelled else (),
            "is_paid": _is_paid(found),
            "tender": PAYMENT_METHODS.get(found.payment_method, ""),
            "is_code": waits_for_code(found),
            **({f"is_{standing}": True} if standing else {}),
            "order_address": local(f"/orders/{token}"),
            "pay_address": local(f"/pay/{pay_link_token(found.buyer_id, found.checkout_id)}"),
            "promises": found.promised_from and found.state in WAY[:-1],
            "is_demonstration": settings.DEMONSTRATION,
            "invoices": invoices_of_order(found.seller_id, found.id),
            "owed": owed,
            "deposit": deposit_told(found),
            **_left(found),
            "may_rate": found.state in HANDED_OVER,
            "may_repeat": found.state in (*HANDED_OVER, *ENDED),
            **_returns(found),
            "points": points_at_order(found),
            **_protection(found),
            "may_keep": may_keep(request, found),
        },
        is_private=True,
    )


@require_POST
def cancellation(request: HttpRequest, token: str) -> HttpResponse:
    found = found_order(token)
    pace(CANCELLING, found.buyer_id)
    reason = request.POST.get("reason", "")
    if reason not in REASONS:
        return see_other("order", token, say=NO_REASON, tone="warn", at="#why")
    try:
        cancel_order(
            actor=as_actor(found.buyer_id),
            seller_id=found.seller_id,
            order_id=found.id,
            reason=CancelReason(reason),
        )
    except NotCancellable:
        return see_other("order", token, say=TOO_LATE, tone="warn")
    return see_other("order", token, say=_what_comes_back(found))


def _what_comes_back(found: OrderView) -> Promise:
    """Of an order that was just cancelled. `found` is how it stood before."""
    standing = standing_of(found.buyer_id, found.checkout_id) if found.due_at else None
    if found.paid_at or standing is PayStanding.ARRIVING:
        return MONEY_BACK
    return TRANSFER_BACK if standing in WAITED_HEADLINES else CANCELLED


def _is_paid(found: OrderView) -> bool:
    return found.paid_at is not None or found.state in HANDED_OVER


def _left(found: OrderView) -> dict:
    """What is asked for besides, and whether nothing is to be paid any more (`is_over`)."""
    asked = open_claims_of_order(found.seller_id, found.id)
    return {
        "debits": [
            (one, local(f"/pay/{pay_link_token(one.buyer_id, one.ask_id)}")) for one in asked
        ],
        "is_over": found.state in ENDED and not _is_paid(found) and not asked,
    }


def _goods(found: OrderView) -> list[tuple[OrderLineView, str]]:
    """Each line, and the name of its product's page where there is still one."""
    facts = product_facts({line.product_id for line in found.lines})
    slugs = {one.id: one.slug for one in facts if one.is_published}
    return [(line, slugs.get(line.product_id, "")) for line in found.lines]


def _returns(found: OrderView) -> dict:
    """What came back or is about to, and until when something may: as soon as a parcel has come."""
    if found.state not in HANDED_OVER and not found.begun_at:
        return {"may_send_back": False}
    lines = [each for each in returnable_lines(found) if each.units and each.terms]
    unwanted = [each.terms.unwanted_until for each in lines if each.terms.unwanted_until]
    told = returns_of_order(found.seller_id, found.id)
    return {
        "may_send_back": bool(lines),
        "last_day": max((each.terms.last_day for each in lines), default=None),
        "unwanted_until": max(unwanted, default=None),
        "more_comes": bool(unwanted) and any(each.terms.more_comes for each in lines if each.terms),
        "returns": _standings(told),
    }


def _standings(told: list[ReturnView]) -> list[tuple[ReturnView, Promise, str]]:
    """Each return with how it stands for its buyer, and the tone of that."""
    made = find_orders([(one.seller_id, one.new_order_id) for one in told if one.new_order_id])
    states = {one.id: one.state for one in made.values()}
    return [(one, *return_standing(one.state, states.get(one.new_order_id))) for one in told]


def _protection(found: OrderView) -> dict:
    """While what was paid is kept for its buyer, and whether he has complained."""
    if found.state not in HANDED_OVER and not found.begun_at:
        return {}
    deal = deal_of_order(found.seller_id, found.id)
    return {
        "deal": deal,
        "is_disputed": deal is not None and is_disputed(found.seller_id, found.id),
        "may_complain_early": deal is None and may_complain_early(found),
    }


def deposit_told(found: OrderView) -> list[tuple[Promise, str, Money]]:
    """Of what he has put down: what became of it, with its tone and how much of it."""
    kept = deposit_of(found.seller_id, found.id) if found.forfeit_bp is not None else None
    return [(*BUYER_DEPOSITS[part], money) for part, money in kept.parts] if kept else []


def _standing(found: OrderView) -> PayStanding | None:
    """What stands with the money that it waits for, if it waits for any."""
    if found.state is not OrderState.PENDING or waits_for_code(found):
        return None
    return standing_of(found.buyer_id, found.checkout_id)


def _told(found: OrderView, owed: Sequence[OwedView]) -> tuple:
    """(headline, what it means): a paid or a digital order has words of its own."""
    if found.state is OrderState.REFUNDED and any(one.paid_at is None for one in owed):
        return OWED_HEADLINE
    if found.is_digital and found.state in DIGITAL_HEADLINES:
        return DIGITAL_HEADLINES[found.state]
    if found.paid_at and found.state in PAID_HEADLINES:
        return PAID_HEADLINES[found.state]
    return HEADLINES[found.state]


def found_order(token: str) -> OrderView:
    key: tuple[UUID, UUID] | None = read_order_token(token)
    found = find_order(*key) if key else None
    if found is None:
        raise Http404
    return found


def _way(found: OrderView) -> list[dict]:
    """The steps of an order that arrives, each with its moment; none for one that doesn't."""
    way = WITHOUT_A_ROAD if found.is_digital else WAY
    state = PASSED.get(found.state, found.state)
    if state not in way:
        return []
    moments = {step.state: step.moved_at for step in found.steps}
    done = way.index(state) if found.state is not OrderState.PENDING else -1
    return [
        {
            "name": STEPS[state] if place <= done else AHEAD[state],
            "moment": moments.get(state),
            "is_done": place <= done,
            "is_next": place == done + 1,
        }
        for place, state in enumerate(way)
    ]


def _journey(found: OrderView) -> list[dict]:
    """What happened, the latest first."""
    return [
        {"name": STEPS[step.state], "moment": step.moved_at, "reason": TOLD.get(step.reason)}
        for step in reversed(found.steps)
    ]

"""One return, for whoever holds its order's link: where it is, and the buyer's next step."""

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.fulfilment.queries import carrier_name, carriers_of
from tijara.domains.geography.queries import city
from tijara.domains.orders.queries import order, order_link_token
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.parties.queries import legal_identities
from tijara.domains.payments.queries import pay_link_token
from tijara.domains.returns.actions import (
    PickupInvalid,
    SendingInvalid,
    WordsInvalid,
    answer_shop,
    appeal_return,
    send_goods,
    wish_pickup,
    withdraw_return,
)
from tijara.domains.returns.queries import return_photo, return_view, share_of_return
from tijara.domains.returns.shapes import ReturnState, ReturnView
from tijara.domains.stores.queries import stores
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.here import here
from tijara.faces.storefront.order_words import spoken
from tijara.faces.storefront.pace import RETURNING, pace
from tijara.faces.storefront.pages.order import found_order
from tijara.faces.storefront.return_words import (
    HEADLINES,
    NEW_ORDERS,
    REASONS,
    STEPS,
    WISHES,
    return_standing,
)
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform import files
from tijara.ui import downloads
from tijara.ui.carriage_words import FOR_BUYER, what_it_means
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.trade_words import PAYMENT_METHODS
from tijara.ui.typed import day_of

BEFORE_SENDING = (ReturnState.REQUESTED, ReturnState.ASKED, ReturnState.APPROVED)
ACTS = {
    "withdrawal": withdraw_return,
    "sending": send_goods,
    "answer": answer_shop,
    "appeal": appeal_return,
    "pickup": wish_pickup,
}
FIELDS = {
    "sending": ("carrier", "tracking_number"),
    "answer": ("words",),
    "appeal": ("words",),
    "pickup": ("day", "place"),
}


@require_safe
def order_return(request: HttpRequest, token: str, return_id: UUID) -> HttpResponse:
    found, told = _found(token, return_id)
    return _page(request, token, found, told)


@require_safe
def return_slip(request: HttpRequest, token: str, return_id: UUID) -> HttpResponse:
    """To be laid into the parcel: the reference large, where it goes, and what is in it."""
    found, told = _found(token, return_id)
    context = {"order": found, "told": told, "token": token, **_address(found)}
    return page(request, "return_slip", context, is_private=True)


@require_safe
def return_label(request: HttpRequest, token: str, return_id: UUID) -> HttpResponseBase:
    """To be stuck on the parcel; the slip does, as long as it is not printed."""
    found, told = _found(token, return_id)
    stored = files.find(found.seller_id, told.label_file_id) if told.label_file_id else None
    if stored is None:
        raise Http404
    return downloads.pdf(stored.path, told.number)


@require_POST
def return_act(request: HttpRequest, token: str, return_id: UUID, act: str) -> HttpResponse:
    found, told = _found(token, return_id)
    if act not in ACTS:
        raise Http404
    pace(RETURNING, found.buyer_id)
    given = {name: request.POST.get(name, "") for name in FIELDS.get(act, ())}
    try:
        ACTS[act](
            actor=as_actor(found.buyer_id),
            buyer_id=found.buyer_id,
            seller_id=found.seller_id,
            return_id=return_id,
            **(given | {"day": day_of(given["day"])} if "day" in given else given),
        )
    except (SendingInvalid, WordsInvalid, PickupInvalid) as refusal:
        return _page(request, token, found, told, refusal, given)
    except Refusal as refusal:
        said = sentence_of(refusal)
        return see_other("order_return", token, return_id, say=said, tone="warn")
    return see_other("order_return", token, return_id, say=_said(act))


@require_safe
def return_picture(
    request: HttpRequest, token: str, return_id: UUID, file_id: UUID
) -> HttpResponseBase:
    found, _told = _found(token, return_id)
    is_known = return_photo(found.seller_id, return_id, file_id)
    stored = files.find(found.seller_id, file_id) if is_known else None
    if stored is None:
        raise Http404
    return downloads.picture(stored.path)


def _said(act: str) -> str:
    return {
        "withdrawal": _("Withdrawn. You keep what you have."),
        "sending": _("Thank you. We tell you when it has arrived."),
        "answer": _("The shop has your answer."),
        "appeal": _("The market’s staff look at it and decide."),
        "pickup": _("The shop has your wish. We write to you when somebody comes for it."),
    }[act]


def _found(token: str, return_id: UUID) -> tuple[OrderView, ReturnView]:
    """A return of this very order; any other is as unknown as one that never was."""
    found = found_order(token)
    told = return_view(found.seller_id, return_id)
    if told is None or told.order_id != found.id:
        raise Http404
    (named,) = spoken([found])
    lines = {line.id: line for line in named.lines}
    said = tuple(replace(each, line=lines[each.line.id]) for each in told.lines)
    return found, replace(told, lines=said)


def _page(
    request: HttpRequest,
    token: str,
    found: OrderView,
    told: ReturnView,
    refusal: Invalid | None = None,
    typed: dict[str, str] | None = None,
) -> HttpResponse:
    new = order(found.seller_id, told.new_order_id) if told.new_order_id else None
    headline, explanation = (NEW_ORDERS if new else {}).get(
        new.state if new else None, HEADLINES[told.state]
    )
    pay_address = _pay_address(new)
    state_name, state_tone = return_standing(told.state, new.state if new else None)
    context = {
        "order": found,
        "token": token,
        "told": told,
        "headline": headline,
        "explanation": explanation,
        "state_name": state_name,
        "state_tone": state_tone,
        "reason": REASONS[told.reason],
        "wish": WISHES[told.wish][0],
        "journey": [(STEPS[one.state], one.moved_at) for one in reversed(told.steps)],
        "share": share_of_return(found, told) if told.is_open else None,
        "payer": FOR_BUYER[told.payer],
        "carriage_means": what_it_means(told.payer, told.carriage) if told.carriage_payer else "",
        "difference": told.difference,
        "difference_back": -told.difference,
        "pay_with": PAYMENT_METHODS.get(told.pay_with, ""),
        "may_withdraw": told.state in BEFORE_SENDING,
        "carriers": carriers_of(here().country),
        "back_carrier": carrier_name(told.back_carrier),
        "pickup_carrier": carrier_name(told.pickup_carrier),
        "new": new,
        "new_token": order_link_token(found.seller_id, new.id) if new else "",
        "pay_address": pay_address,
        "typed": typed or {},
        "wrong": field_sentences(refusal.fields) if refusal else {},
        **_address(found),
    }
    status = 422 if refusal else 200
    return page(request, "return_page", context, status=status, is_private=True)


def _pay_address(new: OrderView | None) -> str:
    """Where what an exchange costs more is paid, as long as it waits for that."""
    if new is None or new.state is not OrderState.PENDING:
        return ""
    return local(f"/pay/{pay_link_token(new.buyer_id, new.checkout_id)}")


def _address(found: OrderView) -> dict:
    """Where it goes: the business behind the store, as it has declared itself."""
    store = stores([found.seller_id]).get(found.seller_id)
    identity = legal_identities([found.seller_id])[found.seller_id]
    return {"store": store, "identity": identity, "store_city": city(store.city) if store else None}

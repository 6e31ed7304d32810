"""A return at a desk: what it shows, what may be done with it there, and what came of that.

The desk brings its actions; what they are asked with is read from the forms here.
"""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.fulfilment.shapes import Share
from tijara.domains.orders.shapes import OrderView
from tijara.domains.returns.shapes import Looked, ReturnState, ReturnView, Wish
from tijara.domains.stores.shapes import StoreCard
from tijara.kit.actor import ActorKind
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import NotAllowed
from tijara.ui.carriage_words import PAYERS, SETTLED, what_comes
from tijara.ui.desks.ready_texts import (
    QUESTION,
    RETURN,
    UPHOLDING,
    keep_if_asked,
    ready_for,
    written,
)
from tijara.ui.desks.seat import Seat
from tijara.ui.directions import see_other
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.trade_words import ALL_RETURN_REASONS, RETURN_STATES, WISHES
from tijara.ui.typed import day_of, whole_number

S = ReturnState
VIEWS: dict[str, tuple[Promise, tuple[ReturnState, ...]]] = {
    "": (_("Waiting for you"), (S.REQUESTED, S.RECEIVED, S.INSPECTED)),
    "way": (_("On the way"), (S.ASKED, S.APPROVED, S.SENT)),
    "done": (pgettext_lazy("return", "Settled"), (S.REFUNDED, S.EXCHANGED, S.SENT_BACK)),
    "ended": (
        _("Came to nothing"),
        (S.REJECTED, S.APPEALED, S.CLOSED, S.WITHDRAWN, S.LAPSED),
    ),
    "all": (_("All"), ()),
}
"""By the word in the address: (its name, its states)."""
SAID: dict[str, Promise] = {
    "approval": _("Approved. The buyer has your address and a slip for the parcel."),
    "rejection": _("Rejected. The buyer reads why, and may ask the market’s staff."),
    "question": _("Asked. The return waits for the buyer’s answer."),
    "receipt": _("Written down. Look at the goods next."),
    "inspection": _("Written down. Now settle it."),
    "refund": _("Done. The money is on its way to the buyer, and he has been told."),
    "exchange": _("Done. What he wished for is a new order, paid already: pack it like any other."),
    "sending": _("Written down. The buyer has been told that it comes back to him."),
    "pickup": _("Arranged. The buyer has been told who comes, and when."),
    "upholding": _("Decided. The rejection stands, and the buyer reads why."),
}
"""What may be done, by its place in the address; and what is said then."""
STEPS: dict[ReturnState, Promise] = {
    S.REQUESTED: pgettext_lazy("return", "Asked for"),
    S.ASKED: _("A question to the buyer"),
    S.APPROVED: _("Approved by the desk"),
    S.SENT: _("Handed to a carrier"),
    S.RECEIVED: _("It has arrived"),
    S.INSPECTED: _("Looked at"),
    S.REJECTED: _("Not accepted"),
    S.APPEALED: _("Brought before the market’s staff"),
    S.CLOSED: _("Closed"),
    S.REFUNDED: _("Money given back"),
    S.EXCHANGED: _("Exchanged for a new order"),
    S.SENT_BACK: _("Sent back to the buyer"),
    S.WITHDRAWN: _("Withdrawn by the buyer"),
    S.LAPSED: _("Lapsed"),
}
BY: dict[str, Promise] = {
    "buyer": _("by the buyer"),
    "seller": _("by the store"),
    "staff": _("by the market’s staff"),
    "system": _("automatically"),
}


def chosen_view(request: HttpRequest) -> str:
    said = request.GET.get("view", "")
    return said if said in VIEWS else ""


def tabs(address: str, chosen: str, counts: Mapping[ReturnState, int]) -> list[dict]:
    return [
        {
            "text": name,
            "count": sum(counts[state] for state in states or S),
            "href": f"{address}?view={view}" if view else address,
            "current": view == chosen,
        }
        for view, (name, states) in VIEWS.items()
    ]


def rows(seat: Seat, items: list, cards: Mapping[UUID, StoreCard] | None = None) -> list[tuple]:
    """(return, state, tone, reason, wish, its page, whether somebody is late, its store: `cards`
    are brought by a desk that sees those of many)."""
    late = (S.REQUESTED, S.SENT, S.INSPECTED)
    return [
        (
            one,
            *RETURN_STATES[one.state],
            ALL_RETURN_REASONS[one.reason],
            WISHES[one.wish],
            page_of(seat, one.seller_id, one.id),
            bool(one.due_at and one.due_at < now() and one.state in late),
            (cards or {}).get(one.seller_id),
        )
        for one in items
    ]


def page_of(seat: Seat, seller_id: UUID, return_id: UUID) -> str:
    """Staff see many sellers' returns, a seller his own."""
    if seat.actor.kind is ActorKind.STAFF:
        return seat.address(f"sellers/{seller_id}/returns/{return_id}")
    return seat.address(f"returns/{return_id}")


def shown(
    seat: Seat,
    told: ReturnView,
    order: OrderView,
    shares: tuple[Share, Share],
    refusal: Invalid | None = None,
    typed: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """What the page shows; `shares`: what goes back, and the same with delivery and fee. After a
    refusal what was typed is still there."""
    name, tone = RETURN_STATES[told.state]
    share, with_charges = shares
    start = "sellers/{}/orders/{}" if seat.actor.kind is ActorKind.STAFF else "orders/{1}"
    return {
        "told": told,
        "order": order,
        "order_address": seat.address(start.format(told.seller_id, told.order_id)),
        "new_order_address": seat.address(start.format(told.seller_id, told.new_order_id)),
        "here": page_of(seat, told.seller_id, told.id),
        "state_name": name,
        "state_tone": tone,
        "reason": ALL_RETURN_REASONS[told.reason],
        "wish": WISHES[told.wish],
        "steps": [(STEPS[one.state], one.moved_at, BY[one.by]) for one in reversed(told.steps)],
        "said": [(one, BY[one.by]) for one in told.said],
        "share": share,
        "payer": PAYERS[told.payer],
        "carriage_settled": SETTLED.get(told.carriage_end, ""),
        "carriage_comes": what_comes(told),
        "difference": told.difference,
        "difference_back": -told.difference,
        "with_charges": with_charges,
        "may_add_charges": with_charges.total_minor > share.total_minor,
        "may_refund": seat.actor.may(Power.ORDERS_REFUND),
        "is_staff": seat.actor.kind is ActorKind.STAFF,
        "may_exchange": told.wish is Wish.EXCHANGE and told.accepted == told.pieces,
        "is_refundable": told.accepted > 0,
        "is_late": bool(told.due_at and told.due_at < now()),
        "wrong": field_sentences(refusal.fields) if refusal else {},
        "typed": typed or {},
        "parts": _typed_parts(told, typed),
        "ready": ready_for(seat, RETURN, QUESTION, UPHOLDING, blanks=blanks_of(told, order)),
    }


def blanks_of(told: ReturnView, order: OrderView | None) -> dict[str, str]:
    """What a ready text may say of this return."""
    if order is None:
        return {}
    return {"buyer": order.address.recipient, "return": told.number, "order": order.number}


def perform(
    request: HttpRequest,
    seat: Seat,
    told: ReturnView,
    act: Callable[..., object],
    name: str,
    again: Callable[[Invalid], HttpResponse],
    blanks: Mapping[str, str],
) -> HttpResponse:
    """Back to the return with what happened; what can't be read is asked for once more."""
    here = page_of(seat, told.seller_id, told.id)
    which = {"seller_id": told.seller_id, "return_id": told.id}
    try:
        act(actor=seat.actor, **which, **_given(request, told, name))
    except Invalid as refusal:
        return again(refusal)
    except NotAllowed:
        raise
    except Refusal as refusal:
        return see_other(here, sentence_of(refusal), "warn")
    keep_if_asked(seat, request.POST, name, written(request.POST), blanks)
    return see_other(here, SAID[name])


def act_named(name: str, acts: Mapping[str, Callable[..., object]]) -> Callable[..., object]:
    if name not in acts:
        raise Http404
    return acts[name]


def _given(request: HttpRequest, told: ReturnView, name: str) -> dict[str, Any]:
    form = request.POST
    if name in {"rejection", "question", "upholding"}:
        return {"words": written(form)}
    if name == "sending":
        return {
            "carrier": form.get("carrier", ""),
            "tracking_number": form.get("tracking_number", ""),
        }
    if name == "pickup":
        return {"carrier": form.get("carrier", ""), "day": day_of(form.get("day", ""))}
    if name == "refund":
        return {"with_charges": "charges" in form}
    if name == "inspection":
        looked = {each.line.id: _looked(form, each.line.id) for each in told.lines}
        photos = [one for one in request.FILES.getlist("photos") if one]
        return {"looked": looked, "words": form.get("words", ""), "photos": photos}
    return {}


def _looked(form: Mapping[str, str], line_id: UUID) -> Looked:
    """What is no number is refused, and not taken for nothing."""
    numbers = [whole_number(form.get(f"{name}-{line_id}", "")) for name in ("good", "shelf")]
    accepted, restocked = (-1 if number is None else number for number in numbers)
    return Looked(accepted, restocked)


def _typed_parts(told: ReturnView, typed: Mapping[str, str] | None) -> list[tuple]:
    """Each line with what stands in its two fields: all of it good, until somebody says else."""
    form = typed or {}
    return [
        (
            each,
            form.get(f"good-{each.line.id}", each.quantity),
            form.get(f"shelf-{each.line.id}", each.quantity),
        )
        for each in told.lines
    ]

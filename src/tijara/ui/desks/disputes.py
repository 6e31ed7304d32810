"""A complaint at a desk: what it shows, what may be done with it there, and what came of that."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.deals.shapes import OPEN_DISPUTES, DealState, Decision, DisputeRow, DisputeView
from tijara.domains.orders.shapes import OrderView
from tijara.domains.stores.shapes import StoreCard
from tijara.kit.actor import ActorKind
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.ui.deal_words import DEAL_STATES, step_words
from tijara.ui.desks.ready_texts import ANSWER, DECISION, ready_for
from tijara.ui.desks.returns import BY
from tijara.ui.desks.seat import Seat
from tijara.ui.refusal_texts import field_sentences
from tijara.ui.trade_words import ALL_RETURN_REASONS

S = DealState
OPEN, DONE = OPEN_DISPUTES, (S.SETTLED, S.PARTED, S.UNDONE)
VIEWS: dict[str, tuple[Promise, tuple[DealState, ...]]] = {
    "": (_("Waiting for you"), ()),
    "open": (_("All that are open"), OPEN),
    "done": (pgettext_lazy("complaint", "Settled"), DONE),
}
"""By the word in the address: (its name, its states). What waits for whom the desk knows."""
DECISIONS: dict[Decision, tuple[Promise, Promise]] = {
    Decision.BUYER: (
        _("All of it to the buyer"),
        _("The order is taken back; he keeps the goods."),
    ),
    Decision.SELLER: (_("All of it to the store"), _("What is held is paid out to it.")),
    Decision.PARTS: (_("A part to the buyer"), _("The rest of what is held is the store’s.")),
}
SAID: dict[str, Promise] = {
    "answer": _("Sent. The market’s staff read both sides and decide."),
    "giving-in": _("Done. The money is on its way to the buyer, and he has been told."),
    "decision": _("Decided. Both read why, and the money is where it belongs."),
}


def chosen_view(request: HttpRequest) -> str:
    said = request.GET.get("view", "")
    return said if said in VIEWS else ""


def states_of(seat: Seat, view: str) -> tuple[DealState, ...]:
    """A store is waited for first, staff after it has spoken."""
    if view:
        return VIEWS[view][1]
    return (S.ANSWERED,) if _is_staff(seat) else (S.DISPUTED,)


def tabs(seat: Seat, chosen: str, counts: Mapping[DealState, int]) -> list[dict]:
    many = {
        "": sum(counts[state] for state in states_of(seat, "")),
        "open": sum(counts.values()),
        "done": "",
    }
    here = seat.address("disputes")
    return [
        {
            "text": name,
            "count": many[view],
            "href": f"{here}?view={view}" if view else here,
            "current": view == chosen,
        }
        for view, (name, _states) in VIEWS.items()
    ]


def rows(
    seat: Seat, items: list[DisputeRow], cards: Mapping[UUID, StoreCard] | None = None
) -> list[tuple]:
    """(complaint, state, tone, reason, its page, whether its time is over, its store: `cards` are
    brought by a desk that sees those of many)."""
    return [
        (
            one,
            *DEAL_STATES[one.state],
            ALL_RETURN_REASONS[one.reason],
            page_of(seat, one),
            bool(one.state in OPEN and one.due_at and one.due_at < now()),
            (cards or {}).get(one.seller_id),
        )
        for one in items
    ]


def page_of(seat: Seat, one: DisputeRow | DisputeView) -> str:
    """Staff see many sellers' complaints, a seller his own."""
    if _is_staff(seat):
        return seat.address(f"sellers/{one.seller_id}/disputes/{one.order_id}")
    return seat.address(f"disputes/{one.order_id}")


def shown(
    seat: Seat,
    told: DisputeView,
    order: OrderView,
    refusal: Invalid | None = None,
    typed: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """What the page shows. After a refusal what was typed is still there."""
    name, tone = DEAL_STATES[told.state]
    start = "sellers/{}/orders/{}" if _is_staff(seat) else "orders/{1}"
    return {
        "told": told,
        "order": order,
        "order_address": seat.address(start.format(told.seller_id, told.order_id)),
        "list_address": seat.address("disputes"),
        "here": page_of(seat, told),
        "state_name": name,
        "state_tone": tone,
        "reason": ALL_RETURN_REASONS[told.reason],
        "steps": [(step_words(one), one.moved_at, BY[one.actor_kind]) for one in told.steps[::-1]],
        "said": [(one, BY[one.by]) for one in told.said],
        "photos": [(one, BY[one.by]) for one in told.photos],
        "is_staff": _is_staff(seat),
        "more_comes": told.state is S.COMPLAINED,
        "may_answer": "answer" in told.may and not _is_staff(seat),
        "may_give_in": "give_in" in told.may
        and not _is_staff(seat)
        and seat.actor.may(Power.ORDERS_REFUND),
        "decisions": _decisions(seat, told, typed or {}),
        "ready": ready_for(seat, ANSWER, DECISION, blanks=blanks_of(order)),
        "wrong": field_sentences(refusal.fields) if refusal else {},
        "typed": typed or {},
    }


def blanks_of(order: OrderView | None) -> dict[str, str]:
    """What a ready text may say of this complaint."""
    return {"buyer": order.address.recipient, "order": order.number} if order else {}


def _decisions(seat: Seat, told: DisputeView, typed: Mapping[str, str]) -> list[tuple]:
    """(decision, its name, what it means, whether it was chosen) of those that may be made now."""
    if not _is_staff(seat) or not seat.actor.may(Power.DISPUTES_DECIDE):
        return []
    chosen = typed.get("decision", "")
    return [
        (one.value, *words, one.value == chosen)
        for one, words in DECISIONS.items()
        if f"decide_{one}" in told.may
    ]


def _is_staff(seat: Seat) -> bool:
    return seat.actor.kind is ActorKind.STAFF

"""Addresses outside that are told of events: the list, and the form of one."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.webhooks.actions import (
    EndpointInvalid,
    EndpointKnown,
    NoSuchEndpoint,
    TooManyEndpoints,
    add_endpoint,
    change_endpoint,
)
from tijara.platform.webhooks.published import published_facts
from tijara.platform.webhooks.queries import counts_of_day, endpoints
from tijara.platform.webhooks.shapes import EndpointView
from tijara.ui.desks.hook_words import FACTS
from tijara.ui.desks.seat import Seat
from tijara.ui.desks.webhook import HOOKS, endpoint_page, found_endpoint, state_of
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.refusal_texts import field_sentences, sentence_of

NOTHING = (0, 0, 0)
FORM = ("url", "note")
SELLER = "seller_id"
"""The field by which a fact says whose it is."""


def webhooks(request: HttpRequest, seat: Seat) -> HttpResponse:
    counts = counts_of_day(seat.owner_id)
    rows = [(one, counts.get(one.id, NOTHING), *state_of(one)) for one in endpoints(seat.owner_id)]
    return seat.draw("ui/desks/webhooks.html", {"rows": rows, "hooks": seat.address(HOOKS)}, 200)


def webhook_new(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The form carries its endpoint's id: sent twice, it makes one."""
    if request.method != "POST":
        return _form(seat, {"id": str(new_id())}, ())
    typed, types = _typed(request)
    endpoint_id = read_id(request.POST.get("id", "")) or new_id()
    try:
        secret = add_endpoint(
            actor=seat.actor,
            owner_id=seat.owner_id,
            endpoint_id=endpoint_id,
            url=typed["url"],
            note=typed["note"],
            types=types,
        )
    except (EndpointInvalid, EndpointKnown, TooManyEndpoints) as refusal:
        return _form(seat, typed | {"id": str(new_id())}, types, refusal)
    return endpoint_page(request, seat, found_endpoint(seat, endpoint_id), secret=secret)


def webhook_change(request: HttpRequest, seat: Seat, endpoint_id: UUID) -> HttpResponse:
    found = found_endpoint(seat, endpoint_id)
    if request.method != "POST":
        return _form(seat, {"url": found.url, "note": found.note}, found.types, endpoint=found)
    typed, types = _typed(request)
    try:
        change_endpoint(
            actor=seat.actor,
            owner_id=seat.owner_id,
            endpoint_id=endpoint_id,
            url=typed["url"],
            note=typed["note"],
            types=types,
        )
    except (EndpointInvalid, EndpointKnown) as refusal:
        return _form(seat, typed, types, refusal, endpoint=found)
    except NoSuchEndpoint as refusal:
        return see_other(seat.address(HOOKS), sentence_of(refusal), "warn")
    return see_other(seat.address(f"{HOOKS}/{endpoint_id}"), _("Saved."))


def _facts_for(seat: Seat) -> list[str]:
    """What this desk can ever be told of: the operator of everything, a seller of what is his."""
    every = published_facts()
    if seat.owner_id == OPERATOR_ID:
        return list(every)
    return [name for name, fact in every.items() if SELLER in fact.fields]


def _typed(request: HttpRequest) -> tuple[dict[str, str], list[str]]:
    typed = {name: request.POST.get(name, "")[:1000] for name in FORM}
    is_choosing = request.POST.get("which") == "some"
    types = [one[:100] for one in request.POST.getlist("type")] if is_choosing else []
    return typed | {"which": "some" if is_choosing else "all"}, types


def _form(
    seat: Seat,
    typed: dict[str, str],
    types: Sequence[str],
    refusal: Refusal | None = None,
    *,
    endpoint: EndpointView | None = None,
) -> HttpResponse:
    wrong = field_sentences(refusal.fields) if isinstance(refusal, Invalid) else {}
    context = {
        "hooks": seat.address(HOOKS),
        "typed": typed,
        "chooses": bool(types) or typed.get("which") == "some",
        "types": [(name, FACTS.get(name, ""), name in types) for name in _facts_for(seat)],
        "wrong": wrong,
        "said": sentence_of(refusal) if refusal and not wrong else "",
        "endpoint": endpoint,
    }
    return seat.draw("ui/desks/webhook_form.html", context, 422 if refusal else 200)

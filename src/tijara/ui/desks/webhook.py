"""One webhook: whether it listens, what it was told, its secret, and its switch."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tijara.platform.webhooks.actions import (
    EndpointOff,
    NoSuchEndpoint,
    remove_endpoint,
    rotate_secret,
    switch_endpoint,
    try_endpoint,
)
from tijara.platform.webhooks.queries import deliveries
from tijara.platform.webhooks.queries import endpoint as find_endpoint
from tijara.platform.webhooks.shapes import DeliveryState, DeliveryView, EndpointView
from tijara.ui.desks.hook_words import DELIVERY_STATES, FACTS, HOOK_FAULTS, OFF_WHY
from tijara.ui.desks.seat import Seat
from tijara.ui.directions import narrowed, page_number, see_other
from tijara.ui.refusal_texts import sentence_of

HOOKS = "webhooks"
"""Where they are at a desk."""


def webhook(request: HttpRequest, seat: Seat, endpoint_id: UUID) -> HttpResponse:
    return endpoint_page(request, seat, found_endpoint(seat, endpoint_id))


def webhook_secret(request: HttpRequest, seat: Seat, endpoint_id: UUID) -> HttpResponse:
    found_endpoint(seat, endpoint_id)
    try:
        secret = rotate_secret(actor=seat.actor, owner_id=seat.owner_id, endpoint_id=endpoint_id)
    except NoSuchEndpoint as refusal:
        return see_other(seat.address(HOOKS), sentence_of(refusal), "warn")
    return endpoint_page(request, seat, found_endpoint(seat, endpoint_id), secret=secret)


def webhook_switch(request: HttpRequest, seat: Seat, endpoint_id: UUID) -> HttpResponse:
    found_endpoint(seat, endpoint_id)
    is_active = request.POST.get("active") == "yes"
    try:
        switch_endpoint(
            actor=seat.actor, owner_id=seat.owner_id, endpoint_id=endpoint_id, is_active=is_active
        )
    except NoSuchEndpoint as refusal:
        return see_other(seat.address(HOOKS), sentence_of(refusal), "warn")
    said = _("It is told of events again.") if is_active else _("Nothing is sent there for now.")
    return see_other(_address(seat, endpoint_id), said)


def webhook_test(request: HttpRequest, seat: Seat, endpoint_id: UUID) -> HttpResponse:
    found_endpoint(seat, endpoint_id)
    try:
        made = try_endpoint(actor=seat.actor, owner_id=seat.owner_id, endpoint_id=endpoint_id)
    except NoSuchEndpoint as refusal:
        return see_other(seat.address(HOOKS), sentence_of(refusal), "warn")
    except EndpointOff as refusal:
        return see_other(_address(seat, endpoint_id), sentence_of(refusal), "warn")
    said = _("A test message is on its way. Reload in a moment to see the answer.")
    return see_other(seat.address(f"{HOOKS}/deliveries/{made}"), said)


def webhook_removal(request: HttpRequest, seat: Seat, endpoint_id: UUID) -> HttpResponse:
    found_endpoint(seat, endpoint_id)
    try:
        remove_endpoint(actor=seat.actor, owner_id=seat.owner_id, endpoint_id=endpoint_id)
    except NoSuchEndpoint as refusal:
        return see_other(seat.address(HOOKS), sentence_of(refusal), "warn")
    return see_other(seat.address(HOOKS), _("Removed, with what it was told."))


def found_endpoint(seat: Seat, endpoint_id: UUID) -> EndpointView:
    found = find_endpoint(seat.owner_id, endpoint_id)
    if found is None:
        raise Http404
    return found


def _address(seat: Seat, endpoint_id: UUID) -> str:
    return seat.address(f"{HOOKS}/{endpoint_id}")


def state_of(endpoint: EndpointView) -> tuple[str, str]:
    if not endpoint.is_active:
        return OFF_WHY.get(endpoint.off_why, _("Off")), "bad" if endpoint.failures else ""
    return (_("Failing"), "warn") if endpoint.failing_since else (_("Listening"), "good")


def endpoint_page(
    request: HttpRequest, seat: Seat, found: EndpointView, *, secret: str = ""
) -> HttpResponse:
    said = request.GET.get("state", "")
    state = DeliveryState(said) if said in DeliveryState else None
    page = deliveries(seat.owner_id, endpoint_id=found.id, state=state, page=page_number(request))
    context = {
        "hooks": seat.address(HOOKS),
        "endpoint": found,
        "state": state_of(found),
        "secret": secret,
        "types": [(name, FACTS.get(name, "")) for name in found.types],
        "page": page,
        "rows": [_row(one) for one in page.items],
        "tabs": _tabs(seat, found.id, state),
        "is_narrowed": state is not None,
    }
    return seat.draw("ui/desks/webhook.html", context, 200)


def _row(one: DeliveryView) -> tuple:
    words = FACTS.get(one.event_name, _("A test message"))
    return one, words, *DELIVERY_STATES[one.state], HOOK_FAULTS.get(one.fault, "")


def _tabs(seat: Seat, endpoint_id: UUID, state: DeliveryState | None) -> list[dict]:
    names = {None: _("All")} | {each: name for each, (name, _tone) in DELIVERY_STATES.items()}
    return [
        {
            "text": name,
            "href": narrowed(_address(seat, endpoint_id), state=each),
            "current": each == state,
        }
        for each, name in names.items()
    ]

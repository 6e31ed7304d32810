"""One delivery of a webhook: what was sent, every try, and once more."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tijara.platform.webhooks.actions import EndpointOff, NotReplayable, replay_delivery
from tijara.platform.webhooks.published import published_facts
from tijara.platform.webhooks.queries import attempts
from tijara.platform.webhooks.queries import delivery as find_delivery
from tijara.platform.webhooks.shapes import DeliveryState, DeliveryView
from tijara.ui.desks.hook_words import DELIVERY_STATES, FACTS, HOOK_FAULTS
from tijara.ui.desks.seat import Seat
from tijara.ui.desks.webhook import HOOKS, found_endpoint
from tijara.ui.directions import see_other
from tijara.ui.refusal_texts import sentence_of


def delivery(request: HttpRequest, seat: Seat, delivery_id: UUID) -> HttpResponse:
    found = find_delivery(seat.owner_id, delivery_id)
    if found is None:
        raise Http404
    endpoint = found_endpoint(seat, found.endpoint_id)
    told = attempts(seat.owner_id, delivery_id)
    context = {
        "hooks": seat.address(HOOKS),
        "delivery": found,
        "endpoint": endpoint,
        "words": FACTS.get(found.event_name, _("A test message")),
        "state": DELIVERY_STATES[found.state],
        "attempts": [(one, HOOK_FAULTS.get(one.fault, "")) for one in told],
        "event": _event(seat, found),
        "may_replay": endpoint.is_active and (found.state != DeliveryState.WAITING or told),
    }
    return seat.draw("ui/desks/delivery.html", context, 200)


def delivery_replay(request: HttpRequest, seat: Seat, delivery_id: UUID) -> HttpResponse:
    if find_delivery(seat.owner_id, delivery_id) is None:
        raise Http404
    here = seat.address(f"{HOOKS}/deliveries/{delivery_id}")
    try:
        replay_delivery(actor=seat.actor, owner_id=seat.owner_id, delivery_id=delivery_id)
    except EndpointOff as refusal:
        return see_other(here, sentence_of(refusal), "warn")
    except NotReplayable as refusal:
        return see_other(seat.address(HOOKS), sentence_of(refusal), "warn")
    return see_other(here, _("It is sent once more, under the same id."))


def _event(seat: Seat, told: DeliveryView) -> str:
    """Where the desk shows the event itself; a test message is none."""
    if not seat.shows_events or told.event_name not in published_facts():
        return ""
    return seat.address(f"owners/{told.event_owner_id}/events/{told.event_id}")

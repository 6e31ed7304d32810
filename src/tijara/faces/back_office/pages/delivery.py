"""One delivery of a webhook: what was sent, every try, and once more."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.pages.webhook import ADDRESS, found_endpoint
from tijara.faces.back_office.words import DELIVERY_STATES, FACTS, HOOK_FAULTS
from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.platform.webhooks.actions import EndpointOff, NotReplayable, replay_delivery
from tijara.platform.webhooks.published import published_facts
from tijara.platform.webhooks.queries import attempts
from tijara.platform.webhooks.queries import delivery as find_delivery
from tijara.platform.webhooks.shapes import DeliveryState
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of


@require_safe
@in_office
def delivery(request: HttpRequest, actor: Actor, delivery_id: UUID) -> HttpResponse:
    found = find_delivery(OPERATOR_ID, delivery_id)
    if found is None:
        raise Http404
    endpoint = found_endpoint(found.endpoint_id)
    told = attempts(OPERATOR_ID, delivery_id)
    is_event = found.event_name in published_facts()
    context = {
        "delivery": found,
        "endpoint": endpoint,
        "words": FACTS.get(found.event_name, _("A test message")),
        "state": DELIVERY_STATES[found.state],
        "attempts": [(one, HOOK_FAULTS.get(one.fault, "")) for one in told],
        "event": local(f"/office/owners/{found.event_owner_id}/events/{found.event_id}")
        if is_event
        else "",
        "may_replay": endpoint.is_active and (found.state != DeliveryState.WAITING or told),
    }
    return office_page(request, "delivery", context)


@require_POST
@in_office
def delivery_replay(request: HttpRequest, actor: Actor, delivery_id: UUID) -> HttpResponse:
    here = local(f"{ADDRESS}/deliveries/{delivery_id}")
    try:
        replay_delivery(actor=actor, owner_id=OPERATOR_ID, delivery_id=delivery_id)
    except EndpointOff as refusal:
        return see_other(here, sentence_of(refusal), "warn")
    except NotReplayable as refusal:
        return see_other(local(ADDRESS), sentence_of(refusal), "warn")
    return see_other(here, _("It is sent once more, under the same id."))

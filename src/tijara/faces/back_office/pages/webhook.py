"""One webhook: whether it listens, what it was told, its secret, and its switch."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.faces.back_office.narrowing import kept_in
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.words import DELIVERY_STATES, FACTS, HOOK_FAULTS, OFF_WHY
from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
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
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of

ADDRESS = "/office/webhooks"


@require_safe
@in_office
def webhook(request: HttpRequest, actor: Actor, endpoint_id: UUID) -> HttpResponse:
    return endpoint_page(request, found_endpoint(endpoint_id))


@require_POST
@in_office
def webhook_secret(request: HttpRequest, actor: Actor, endpoint_id: UUID) -> HttpResponse:
    found_endpoint(endpoint_id)
    try:
        secret = rotate_secret(actor=actor, owner_id=OPERATOR_ID, endpoint_id=endpoint_id)
    except NoSuchEndpoint as refusal:
        return see_other(local(ADDRESS), sentence_of(refusal), "warn")
    return endpoint_page(request, found_endpoint(endpoint_id), secret=secret)


@require_POST
@in_office
def webhook_switch(request: HttpRequest, actor: Actor, endpoint_id: UUID) -> HttpResponse:
    is_active = request.POST.get("active") == "yes"
    try:
        switch_endpoint(
            actor=actor, owner_id=OPERATOR_ID, endpoint_id=endpoint_id, is_active=is_active
        )
    except NoSuchEndpoint as refusal:
        return see_other(local(ADDRESS), sentence_of(refusal), "warn")
    said = _("It is told of events again.") if is_active else _("Nothing is sent there for now.")
    return see_other(_address(endpoint_id), said)


@require_POST
@in_office
def webhook_test(request: HttpRequest, actor: Actor, endpoint_id: UUID) -> HttpResponse:
    try:
        made = try_endpoint(actor=actor, owner_id=OPERATOR_ID, endpoint_id=endpoint_id)
    except NoSuchEndpoint as refusal:
        return see_other(local(ADDRESS), sentence_of(refusal), "warn")
    except EndpointOff as refusal:
        return see_other(_address(endpoint_id), sentence_of(refusal), "warn")
    said = _("A test message is on its way. Reload in a moment to see the answer.")
    return see_other(local(f"{ADDRESS}/deliveries/{made}"), said)


@require_POST
@in_office
def webhook_removal(request: HttpRequest, actor: Actor, endpoint_id: UUID) -> HttpResponse:
    try:
        remove_endpoint(actor=actor, owner_id=OPERATOR_ID, endpoint_id=endpoint_id)
    except NoSuchEndpoint as refusal:
        return see_other(local(ADDRESS), sentence_of(refusal), "warn")
    return see_other(local(ADDRESS), _("Removed, with what it was told."))


def found_endpoint(endpoint_id: UUID) -> EndpointView:
    found = find_endpoint(OPERATOR_ID, endpoint_id)
    if found is None:
        raise Http404
    return found


def _address(endpoint_id: UUID) -> str:
    return local(f"{ADDRESS}/{endpoint_id}")


def state_of(endpoint: EndpointView) -> tuple[str, str]:
    if not endpoint.is_active:
        return OFF_WHY.get(endpoint.off_why, _("Off")), "bad" if endpoint.failures else ""
    return (_("Failing"), "warn") if endpoint.failing_since else (_("Listening"), "good")


def endpoint_page(request: HttpRequest, found: EndpointView, *, secret: str = "") -> HttpResponse:
    said = request.GET.get("state", "")
    state = DeliveryState(said) if said in DeliveryState else None
    page = deliveries(OPERATOR_ID, endpoint_id=found.id, state=state, page=page_number(request))
    context = {
        "endpoint": found,
        "state": state_of(found),
        "secret": secret,
        "types": [(name, FACTS.get(name, "")) for name in found.types],
        "page": page,
        "rows": [_row(one) for one in page.items],
        "tabs": _tabs(found.id, state),
        "is_narrowed": state is not None,
    }
    return office_page(request, "webhook", context)


def _row(one: DeliveryView) -> tuple:
    words = FACTS.get(one.event_name, _("A test message"))
    return one, words, *DELIVERY_STATES[one.state], HOOK_FAULTS.get(one.fault, "")


def _tabs(endpoint_id: UUID, state: DeliveryState | None) -> list[dict]:
    names = {None: _("All")} | {each: name for each, (name, _tone) in DELIVERY_STATES.items()}
    return [
        {
            "text": name,
            "href": kept_in(_address(endpoint_id), {"state": str(each or "")}),
            "current": each == state,
        }
        for each, name in names.items()
    ]

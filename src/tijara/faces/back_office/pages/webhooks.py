"""Addresses outside that are told of events: the list, and the form of one."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.pages.webhook import ADDRESS, endpoint_page, found_endpoint, state_of
from tijara.faces.back_office.words import FACTS
from tijara.kit.actor import Actor
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
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences, sentence_of

NOTHING = (0, 0, 0)
FORM = ("url", "note")


@require_safe
@in_office
def webhooks(request: HttpRequest, actor: Actor) -> HttpResponse:
    counts = counts_of_day(OPERATOR_ID)
    rows = [(one, counts.get(one.id, NOTHING), *state_of(one)) for one in endpoints(OPERATOR_ID)]
    return office_page(request, "webhooks", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def webhook_new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form carries its endpoint's id: sent twice, it makes one."""
    if request.method != "POST":
        return _form(request, {"id": str(new_id())}, ())
    typed, types = _typed(request)
    endpoint_id = read_id(request.POST.get("id", "")) or new_id()
    try:
        secret = add_endpoint(
            actor=actor,
            owner_id=OPERATOR_ID,
            endpoint_id=endpoint_id,
            url=typed["url"],
            note=typed["note"],
            types=types,
        )
    except (EndpointInvalid, EndpointKnown, TooManyEndpoints) as refusal:
        return _form(request, typed | {"id": str(new_id())}, types, refusal)
    return endpoint_page(request, found_endpoint(endpoint_id), secret=secret)


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def webhook_change(request: HttpRequest, actor: Actor, endpoint_id: UUID) -> HttpResponse:
    found = found_endpoint(endpoint_id)
    if request.method != "POST":
        return _form(request, {"url": found.url, "note": found.note}, found.types, endpoint=found)
    typed, types = _typed(request)
    try:
        change_endpoint(
            actor=actor,
            owner_id=OPERATOR_ID,
            endpoint_id=endpoint_id,
            url=typed["url"],
            note=typed["note"],
            types=types,
        )
    except (EndpointInvalid, EndpointKnown) as refusal:
        return _form(request, typed, types, refusal, endpoint=found)
    except NoSuchEndpoint as refusal:
        return see_other(local(ADDRESS), sentence_of(refusal), "warn")
    return see_other(local(f"{ADDRESS}/{endpoint_id}"), _("Saved."))


def _typed(request: HttpRequest) -> tuple[dict[str, str], list[str]]:
    typed = {name: request.POST.get(name, "")[:1000] for name in FORM}
    is_choosing = request.POST.get("which") == "some"
    types = [one[:100] for one in request.POST.getlist("type")] if is_choosing else []
    return typed | {"which": "some" if is_choosing else "all"}, types


def _form(
    request: HttpRequest,
    typed: dict[str, str],
    types: Sequence[str],
    refusal: Refusal | None = None,
    *,
    endpoint: EndpointView | None = None,
) -> HttpResponse:
    wrong = field_sentences(refusal.fields) if isinstance(refusal, Invalid) else {}
    context = {
        "typed": typed,
        "chooses": bool(types) or typed.get("which") == "some",
        "types": [(name, FACTS.get(name, ""), name in types) for name in published_facts()],
        "wrong": wrong,
        "said": sentence_of(refusal) if refusal and not wrong else "",
        "endpoint": endpoint,
    }
    return office_page(request, "webhook_form", context, status=422 if refusal else 200)

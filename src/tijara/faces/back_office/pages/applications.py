"""Who asks to sell here: read, approve, or say why not."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.accounts.queries import account, accounts
from tijara.domains.geography.queries import city
from tijara.domains.stores.actions import (
    ApplicationDecided,
    ReasonMissing,
    SlugTaken,
    StoreInvalid,
    approve_application,
    reject_application,
)
from tijara.domains.stores.queries import application, applications, free_slug
from tijara.domains.stores.shapes import ApplicationState
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page, seat_at
from tijara.faces.back_office.words import APPLICATION_STATES, PARTY_KINDS
from tijara.kit.actor import Actor
from tijara.ui.desks.ready_texts import APPLICATION, keep_if_asked, ready_for, written
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, sentence_of

PAGE = "/office/applications"


@require_safe
@in_office
def applications_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    page = applications(page=page_number(request))
    people = accounts({one.person_id for one in page.items})
    rows = [
        (one, people.get(one.person_id), city(one.draft.city), APPLICATION_STATES[one.state])
        for one in page.items
    ]
    context = {
        "rows": rows,
        "page": page,
        "waiting": any(one.state is ApplicationState.WAITING for one in page.items),
        **own_views(request, actor, "applications"),
    }
    return office_page(request, "applications", context)


@require_safe
@in_office
def application_page(request: HttpRequest, actor: Actor, application_id: UUID) -> HttpResponse:
    return _page(request, actor, application_id, {})


@require_POST
@in_office
def application_approval(request: HttpRequest, actor: Actor, application_id: UUID) -> HttpResponse:
    slug = request.POST.get("slug", "").strip().lower()
    try:
        approve_application(actor=actor, application_id=application_id, slug=slug)
    except ApplicationDecided as refusal:
        return see_other(local(f"{PAGE}/{application_id}"), sentence_of(refusal), "warn")
    except (SlugTaken, StoreInvalid) as refusal:
        return _page(request, actor, application_id, {"slug": sentence_of(refusal)})
    return see_other(local(PAGE), _("The store is open; its owner is told."))


@require_POST
@in_office
def application_rejection(request: HttpRequest, actor: Actor, application_id: UUID) -> HttpResponse:
    try:
        reject_application(
            actor=actor, application_id=application_id, reason=written(request.POST, "reason")
        )
    except ApplicationDecided as refusal:
        return see_other(local(f"{PAGE}/{application_id}"), sentence_of(refusal), "warn")
    except ReasonMissing as refusal:
        return _page(
            request, actor, application_id, {"reason": field_sentence(refusal.fields["reason"])}
        )
    keep_if_asked(
        seat_at(request, actor), request.POST, APPLICATION, written(request.POST, "reason")
    )
    return see_other(local(PAGE), _("The applicant is told why."))


def _page(
    request: HttpRequest, actor: Actor, application_id: UUID, wrong: dict[str, str]
) -> HttpResponse:
    found = application(application_id)
    if found is None:
        raise Http404
    context = {
        "application": found,
        "person": account(found.person_id),
        "decider": account(found.decided_by) if found.decided_by else None,
        "city": city(found.draft.city),
        "kind": PARTY_KINDS[found.draft.identity.kind],
        "state": APPLICATION_STATES[found.state],
        "is_waiting": found.state is ApplicationState.WAITING,
        "slug": request.POST.get("slug") or free_slug(found.draft.store_name),
        "reason": request.POST.get("reason", ""),
        "ready": ready_for(
            seat_at(request, actor), APPLICATION, blanks={"store": found.draft.store_name}
        )[APPLICATION],
        "wrong": wrong,
    }
    return office_page(request, "application", context, status=422 if wrong else 200)

"""What the outbox has not delivered yet, and another try for what failed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.platform.outbox.actions import NoSuchEvent, retry_event
from tijara.platform.outbox.queries import backlog, waiting_events
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local


@require_safe
@in_office
def events(request: HttpRequest, actor: Actor) -> HttpResponse:
    page = waiting_events(page=page_number(request))
    return office_page(request, "events", {"page": page, "backlog": backlog()})


@require_POST
@in_office
def event_retry(request: HttpRequest, actor: Actor, owner_id: UUID, event_id: UUID) -> HttpResponse:
    try:
        retry_event(actor=actor, owner_id=owner_id, event_id=event_id)
    except NoSuchEvent:
        return see_other(local("/office/events"), _("It has been delivered meanwhile."), "info")
    return see_other(local("/office/events"), _("It is tried again now."))

"""How the sending of messages goes; never what they say."""

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tijara.domains.messaging.queries import messages
from tijara.domains.messaging.shapes import Fault, MessageRow, MessageState
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.words import CHANNELS, MESSAGE_STATES
from tijara.kit.actor import Actor
from tijara.ui.directions import page_cursor, page_number
from tijara.ui.language import local

FAULTS: dict[str, Promise] = {
    Fault.TOO_LATE: gettext_lazy("It came too late to be of use, and was not sent."),
    Fault.CHANNEL_BROKE: gettext_lazy("The channel broke while it was sending."),
}


@require_safe
@in_office
def messages_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    said = request.GET.get("state", "")
    state = MessageState(said) if said in MessageState else None
    page = messages(state=state, page=page_number(request), beside=page_cursor(request))
    tabs = [
        {"text": _("All"), "href": local("/office/messages"), "current": state is None},
        *(
            {
                "text": name,
                "href": local(f"/office/messages?state={each}"),
                "current": each == state,
            }
            for each, (name, _tone) in MESSAGE_STATES.items()
        ),
    ]
    rows = [
        (
            row,
            CHANNELS.get(row.channel, row.channel),
            *MESSAGE_STATES[row.state],
            _fault(row),
            f"{row.owner_id}.{row.id}",
        )
        for row in page.items
    ]
    context = {
        "page": page,
        "rows": rows,
        "unsent": any(row.is_given_up for row in page.items),
        **own_views(request, actor, "messages", tabs),
    }
    return office_page(request, "messages", context)


def _fault(row: MessageRow) -> Promise | str:
    """Why we did not send it, in words; what a channel has said is shown as it said it."""
    return FAULTS.get(row.last_error.partition(":")[0], "")

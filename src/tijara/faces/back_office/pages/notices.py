"""What came to the payment hooks, good and bad, and another look at it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.payments.actions import NotReplayable, replay_notice
from tijara.domains.payments.actions.replay_notice import REPLAYABLE
from tijara.domains.payments.queries import notices
from tijara.domains.payments.shapes import NoticeState, NoticeView
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.payment_words import NOTICE_STATES
from tijara.kit.actor import Actor
from tijara.ui.directions import page_cursor, page_number, see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of


@require_safe
@in_office
def payment_notices(request: HttpRequest, actor: Actor) -> HttpResponse:
    said = request.GET.get("state", "")
    state = NoticeState(said) if said in NoticeState else None
    page = notices(state=state, page=page_number(request), beside=page_cursor(request))
    shown: list[tuple] = [(None, _("All"))]
    shown += [(each, name) for each, (name, _tone) in NOTICE_STATES.items()]
    tabs = [
        {
            "text": name,
            "href": local(f"/office/notices?state={each}" if each else "/office/notices"),
            "current": each == state,
        }
        for each, name in shown
    ]
    rows = [notice_row(one) for one in page.items]
    context = {"page": page, "rows": rows, **own_views(request, actor, "notices", tabs)}
    return office_page(request, "notices", context)


@require_POST
@in_office
def replay(request: HttpRequest, actor: Actor, notice_id: UUID) -> HttpResponse:
    try:
        replay_notice(actor=actor, notice_id=notice_id)
    except NotReplayable as refusal:
        return see_other(local("/office/notices"), sentence_of(refusal), "warn")
    said = _("It is looked into again. What is settled stays as it is.")
    return see_other(local("/office/notices"), said)


def notice_row(notice: NoticeView) -> tuple:
    """(notice, its state in words, tone, whether it can be looked into again)."""
    return notice, *NOTICE_STATES[notice.state], notice.state in REPLAYABLE

"""What one payout paid: what was left before it, what happened, what was left after it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.settlements.queries import payout_story
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.words import JOURNALS
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number
from tijara.ui.language import local


@require_safe
@in_office
def payout_told(
    request: HttpRequest, actor: Actor, seller_id: UUID, payout_id: UUID
) -> HttpResponse:
    story = payout_story(seller_id, payout_id, page=page_number(request))
    if story is None:
        raise Http404
    context = {
        "story": story,
        "seller_id": seller_id,
        "store": stores([seller_id]).get(seller_id),
        "rows": [(line, JOURNALS.get(line.kind, line.kind)) for line in story.lines.items],
        "page": story.lines,
        "orders": local(f"/office/sellers/{seller_id}/orders/"),
    }
    return office_page(request, "payout_story", context)

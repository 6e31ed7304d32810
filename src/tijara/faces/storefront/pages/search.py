"""What was found for some words; where nothing was, the way on."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.search.actions import note_missed
from tijara.domains.search.queries import shelf, shelf_tag
from tijara.faces.storefront.frame import asked_part, page, part
from tijara.faces.storefront.here import here
from tijara.faces.storefront.shelves import asked, shelf_context
from tijara.kit.actor import SYSTEM


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    want = asked(request)
    found = shelf_context(want)
    shows = [shelf_tag(here().id)]
    if asked_part(request) == "count":
        return part(request, "count", {**found, "is_asked": True}, shows=shows)
    nothing = not found["goods"].items and not found["chips"]
    if want.text and want.page == 1 and not want.filters and (nothing or found["found"].instead):
        note_missed(actor=SYSTEM, market_id=here().id, text=want.text, shown=found["found"].instead)
    instead = shelf(here().id, size=6).items if nothing else []
    is_reduced = "reduced" in want.filters.picked
    return page(
        request,
        "search",
        {**found, "instead": instead, "is_reduced": is_reduced},
        shows=shows,
    )

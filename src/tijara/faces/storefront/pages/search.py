"""What was found for some words; where nothing was, the way on."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tijara.domains.search.actions import note_missed
from tijara.domains.search.queries import alike_words, lead_of, shelf, shelf_tag
from tijara.faces.storefront.frame import asked_part, page, part
from tijara.faces.storefront.heard import after, count_heard, hear
from tijara.faces.storefront.here import here
from tijara.faces.storefront.rated import ratings_on
from tijara.faces.storefront.shelves import Asked, asked, shelf_context
from tijara.faces.storefront.suggesting import lines_for, search_address
from tijara.kit.actor import SYSTEM
from tijara.ui.directions import see_other
from tijara.ui.language import local

LED = "led"
"""Says that words of this address were followed to where staff let them lead: once is enough."""
FEW = 4


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    want = asked(request)
    is_plain = bool(want.text) and want.page == 1 and not want.filters
    hear(request)
    if is_plain and LED not in request.GET and (leads_to := lead_of(here().id, want.text)):
        count_heard()
        return see_other(_led(leads_to))
    found = shelf_context(want)
    shows = [shelf_tag(here().id)]
    if asked_part(request) == "count":
        return part(request, "count", {**found, "is_asked": True}, shows=shows)
    nothing = not found["goods"].items and not found["chips"]
    if is_plain and (nothing or found["found"].instead):
        note_missed(actor=SYSTEM, market_id=here().id, text=want.text, shown=found["found"].instead)
    count_heard()
    instead = shelf(here().id, size=6).items if nothing else []
    is_reduced = "reduced" in want.filters.picked
    if instead:
        found["ratings"] = ratings_on(instead)
    told = {"instead": instead, "is_reduced": is_reduced, "of": after(want.text)}
    return page(request, "search", {**found, **told, **_also(want, found)}, shows=shows)


def _also(want: Asked, found: dict) -> dict:
    """What the box offers to those with scripts; and what he may have meant, where little was found
    or only what is near."""
    if not want.text or want.page > 1:
        return {}
    is_poor = bool(found["found"].instead) or len(found["goods"].items) < FEW
    meant = alike_words(here().id, get_language() or "ar", want.text) if is_poor else ""
    return {
        "also": lines_for(want.text, found["found"].meant),
        "meant": meant,
        "meant_at": search_address(meant) if meant else "",
    }


def _led(leads_to: str) -> str:
    if not leads_to.startswith("/search"):
        return local(leads_to)
    return f"{local(leads_to)}{'&' if '?' in leads_to else '?'}{LED}=1"

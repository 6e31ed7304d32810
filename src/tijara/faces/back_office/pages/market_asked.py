"""What people search for in a market, and which of it is suggested to others."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.markets.queries import address_start
from tijara.domains.search.actions import block_wording
from tijara.domains.search.queries import wordings
from tijara.domains.search.shapes import FEWEST_PEOPLE
from tijara.faces.back_office.market_parts import known_market, market_page, search_parts
from tijara.faces.back_office.office import in_office
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_asked(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    """To look, and to keep words from being suggested, or let them be again."""
    known, here = known_market(slug), local(f"/office/markets/{slug}/search/asked")
    if request.method == "POST":
        is_blocked = request.POST.get("act") != "allow"
        text = request.POST.get("text", "").replace("\0", "")[:60]
        block_wording(actor=actor, market_id=known.id, text=text, is_blocked=is_blocked)
        said = _("Suggested to nobody any more.") if is_blocked else _("It may be suggested again.")
        return see_other(here, said)
    context = {
        "known": known,
        "here": here,
        "front": address_start(known.id),
        "parts": search_parts(slug, here),
        "page": wordings(known.id, page=page_number(request)),
        "blocked": wordings(known.id, is_blocked=True, size=100).items,
        "fewest": FEWEST_PEOPLE,
    }
    return market_page(request, "market_asked", known, context)

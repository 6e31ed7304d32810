"""What people call goods, as they showed by what they opened: to accept or to refuse."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.markets.queries import address_start
from tijara.domains.search.actions import NoSuchProposal, TooManyAliases, decide_alias
from tijara.domains.search.queries import aliases, proposals
from tijara.domains.search.shapes import FEWEST_PEOPLE
from tijara.faces.back_office.market_parts import known_market, market_page, search_parts
from tijara.faces.back_office.office import in_office
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number, see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_learned(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known, here = known_market(slug), local(f"/office/markets/{slug}/search/learned")
    if request.method == "POST":
        return _decide(request, actor, known.id, here)
    context = {
        "known": known,
        "here": here,
        "front": address_start(known.id),
        "parts": search_parts(slug, here),
        "proposals": proposals(known.id),
        "page": aliases(known.id, page=page_number(request)),
        "fewest": FEWEST_PEOPLE,
    }
    return market_page(request, "market_learned", known, context)


def _decide(request: HttpRequest, actor: Actor, market_id: UUID, here: str) -> HttpResponse:
    product_id = read_id(request.POST.get("product", ""))
    if product_id is None:
        raise Http404
    is_accepted = request.POST.get("answer") == "yes"
    text = request.POST.get("text", "").replace("\0", "")[:60]
    which = {"market_id": market_id, "product_id": product_id, "text": text}
    try:
        decide_alias(actor=actor, **which, is_accepted=is_accepted)
    except NoSuchProposal as refusal:
        raise Http404 from refusal
    except TooManyAliases as refusal:
        return see_other(here, sentence_of(refusal), "warn")
    said = _("From now on it is found by that, too.") if is_accepted else _("Left as it is.")
    return see_other(here, said)

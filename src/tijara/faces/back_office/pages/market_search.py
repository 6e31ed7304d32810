"""A market's search: what people looked for in vain, what words mean there, and why a product comes
first."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.markets.queries import address_start
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.search.actions import (
    SynonymInvalid,
    SynonymLeadsBack,
    TooManySynonyms,
    dismiss_missed,
    drop_synonym,
    write_synonym,
)
from tijara.domains.search.queries import asking, missed, synonyms
from tijara.faces.back_office.market_parts import known_market, market_page, search_parts
from tijara.faces.back_office.office import in_office
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences, sentence_of

LONGEST_TEXT = 100
LONGEST_MEANT = 400


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_search(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    """To look, and to write a word down."""
    known = known_market(slug)
    if request.method != "POST":
        typed = request.GET.get("typed", "").replace("\0", "")[:LONGEST_TEXT]
        return _page(request, known, {"typed": typed})
    values = {
        "typed": request.POST.get("typed", "").replace("\0", "")[:LONGEST_TEXT],
        "meant": request.POST.get("meant", "").replace("\0", "")[:LONGEST_MEANT],
    }
    try:
        write_synonym(actor=actor, market_id=known.id, **values)
    except SynonymInvalid as refusal:
        return _page(request, known, values, field_sentences(refusal.fields))
    except (SynonymLeadsBack, TooManySynonyms) as refusal:
        return _page(request, known, values, {"meant": sentence_of(refusal)})
    return see_other(_address(slug), _("Saved. The search knows it within half a minute."))


@require_POST
@in_office
def market_word_removal(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    drop_synonym(
        actor=actor, market_id=known_market(slug).id, typed=request.POST.get("typed", "")[:60]
    )
    return see_other(_address(slug), _("Removed."))


@require_POST
@in_office
def market_missed_dismissal(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    dismiss_missed(
        actor=actor, market_id=known_market(slug).id, text=request.POST.get("text", "")[:60]
    )
    return see_other(_address(slug), _("Put aside."))


def _page(
    request: HttpRequest, known: MarketPolicy, values: dict, wrong: dict | None = None
) -> HttpResponse:
    tried = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST_TEXT]
    context = {
        "known": known,
        "start": _address(known.slug),
        "front": address_start(known.id),
        "parts": search_parts(known.slug, _address(known.slug)),
        "tried": tried,
        "told": asking(known.id, tried) if tried else None,
        "page": missed(known.id, page=page_number(request)),
        "words": synonyms(known.id),
        "values": values,
        "wrong": wrong or {},
    }
    return market_page(request, "market_search", known, context)


def _address(slug: str) -> str:
    return local(f"/office/markets/{slug}/search")

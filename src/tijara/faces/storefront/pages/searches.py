"""Searches that a buyer keeps: to be told when goods come that answer them, or prices fall."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.catalogue.queries import category
from tijara.domains.catalogue.shapes import CategoryNode
from tijara.domains.search.actions import TooManySearches, drop_search, keep_search, turn_search
from tijara.domains.search.queries import read_search_token, saved_search, searches_of
from tijara.domains.search.shapes import Rhythm, SearchToKeep, Wish
from tijara.faces.storefront.buyers import as_actor, known_buyer
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.here import here
from tijara.faces.storefront.pace import PICKING, pace
from tijara.faces.storefront.pages.addresses import with_buyer
from tijara.faces.storefront.shelves import Asked, asked
from tijara.kit.arabic import strip_controls
from tijara.kit.ids import new_id
from tijara.ui.directions import to_sign_in
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.visitors import is_signed_in

RHYTHMS = {
    Rhythm.DAILY: pgettext_lazy("saved search", "Once a day at most"),
    Rhythm.WEEKLY: pgettext_lazy("saved search", "Once a week at most"),
    Rhythm.NEVER: pgettext_lazy("saved search", "Never"),
}
LONGEST_NAME = 120
KEPT = _("Kept. We write to you when there is news.")
SILENT = _("We write no more about this search. It is still kept.")
AGAIN = _("We write to you again when there is news.")
TURNED = _("Changed.")
DROPPED = _("Removed.")


@require_safe
@with_buyer
def searches(request: HttpRequest, buyer_id: UUID) -> HttpResponse:
    context = {"searches": searches_of(buyer_id, here().id), "rhythms": RHYTHMS.items()}
    return page(request, "searches", context, is_private=True)


@require_http_methods(["GET", "HEAD", "POST"])
def search_new(request: HttpRequest) -> HttpResponse:
    """The address has what is searched for, as a page of findings has it; `in` is a department."""
    buyer_id = known_buyer(request)
    if buyer_id is None or not is_signed_in(request):
        return to_sign_in(request, "/searches")
    node = _node(request)
    want = asked(request, node)
    if not want.text and not want.filters and node is None:
        raise Http404
    name = strip_controls(request.POST.get("name", "")).strip()[:LONGEST_NAME]
    name = name or _usual_name(want, node)
    if request.method != "POST":
        return _form(request, want, node, name)
    pace(PICKING, buyer_id)
    told = SearchToKeep(
        name, _path(want, node), _wish(want, node), get_language() or "ar", _rhythm(request)
    )
    try:
        keep_search(actor=as_actor(buyer_id), buyer_id=buyer_id, search_id=new_id(), told=told)
    except TooManySearches as refusal:
        return _form(request, want, node, name, sentence_of(refusal))
    return see_other("searches", say=KEPT)


@require_POST
@with_buyer
def search_turn(request: HttpRequest, buyer_id: UUID, search_id: UUID) -> HttpResponse:
    """Another rhythm, or kept no longer. Another's is as unknown as none."""
    if saved_search(buyer_id, search_id) is None:
        raise Http404
    pace(PICKING, buyer_id)
    which = {"actor": as_actor(buyer_id), "buyer_id": buyer_id, "search_id": search_id}
    if "removal" in request.POST:
        drop_search(**which)
        return see_other("searches", say=DROPPED)
    turn_search(**which, rhythm=_rhythm(request))
    return see_other("searches", say=TURNED)


@require_http_methods(["GET", "HEAD", "POST"])
def search_letter(request: HttpRequest, token: str) -> HttpResponse:
    """Where a letter leads, without signing in: what is kept, how to be told no more, and again for
    who has pressed too soon. Looking at it changes nothing: programs that read mail open links."""
    keys = read_search_token(token)
    found = saved_search(*keys) if keys else None
    if keys is None or found is None or found.market_id != here().id:
        raise Http404
    if request.method == "POST":
        pace(PICKING, keys[0])
        rhythm = _rhythm(request) if "rhythm" in request.POST else Rhythm.NEVER
        turn_search(actor=as_actor(keys[0]), buyer_id=keys[0], search_id=keys[1], rhythm=rhythm)
        say = SILENT if rhythm is Rhythm.NEVER else AGAIN
        return see_other("search_letter", token, say=say)
    context = {
        "search": found,
        "is_silent": found.rhythm is Rhythm.NEVER,
        "rhythms": [one for one in RHYTHMS.items() if one[0] is not Rhythm.NEVER],
    }
    return page(request, "search_letter", context, is_private=True)


def _form(
    request: HttpRequest, want: Asked, node: CategoryNode | None, name: str, fault: str = ""
) -> HttpResponse:
    context = {
        "asked": want,
        "name": name,
        "path": _path(want, node),
        "rhythms": RHYTHMS.items(),
        "usual": Rhythm.DAILY,
        "fault": fault,
        "chips": want.filters.chips({}, want.kept()),
    }
    return page(request, "search_new", context, status=409 if fault else 200, is_private=True)


def _node(request: HttpRequest) -> CategoryNode | None:
    path = request.GET.get("in", "").replace("\0", "")[:255]
    return category(path) if path else None


def _usual_name(want: Asked, node: CategoryNode | None) -> str:
    labels = [chip.label for chip in want.filters.chips({}, want.kept())]
    parts = [want.text, named(node) if node else "", *labels]
    return " · ".join(filter(None, parts))[:LONGEST_NAME]


def _path(want: Asked, node: CategoryNode | None) -> str:
    pairs = [pair for pair in want.kept() if pair[0] == "q"] + want.filters.parameters()
    place = f"/c/{node.path}" if node else "/search"
    return f"{place}?{urlencode(pairs)}" if pairs else place


def _wish(want: Asked, node: CategoryNode | None) -> Wish:
    path = node.path if node else ""
    return Wish(here().id, want.text, path, picked=want.filters.picked)


def _rhythm(request: HttpRequest) -> Rhythm:
    said = request.POST.get("rhythm", "")
    return Rhythm(said) if said in set(Rhythm) else Rhythm.DAILY

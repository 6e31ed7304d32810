"""A mail program's one press on "unsubscribe" (RFC 8058): a POST without a cookie and without a
page of ours before it. Who opens the address himself is led to the page of the letter's link.
"""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tijara.domains.awaiting.actions import silence_mailbox
from tijara.domains.awaiting.queries import read_await_token
from tijara.domains.markets.queries import address_start
from tijara.domains.orders.queries import order, read_order_token
from tijara.domains.parties.queries import markets_of
from tijara.domains.reviews.actions import silence_letters
from tijara.domains.search.actions import turn_search
from tijara.domains.search.queries import read_search_token, saved_search
from tijara.domains.search.shapes import Rhythm
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import BUYER_POWERS
from tijara.platform.limits import Limit, take
from tijara.ui.pace import network_of

PRESSES = Limit("hooks.letters", at_once=300, each_minute=1200)
"""Of one network: the large mail houses press for all their readers."""
PRESS = ("List-Unsubscribe", "One-Click")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def search_letters(request: HttpRequest, token: str) -> HttpResponse:
    """Letters about one kept search. It stays kept; of one that is gone none come any more."""
    _take(request)
    keys = read_search_token(token)
    if keys is None:
        raise Http404
    if request.method != "POST":
        if found := saved_search(*keys):
            return _page("saved_search", token, found.market_id)
        raise Http404
    if not _is_pressed(request):
        return HttpResponse(status=400)
    buyer_id, search_id = keys
    turn_search(actor=_of(buyer_id), buyer_id=buyer_id, search_id=search_id, rhythm=Rhythm.NEVER)
    return HttpResponse(status=204)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def review_letters(request: HttpRequest, token: str) -> HttpResponse:
    """Letters that ask a buyer what he thinks of his goods, all of them."""
    _take(request)
    keys = read_order_token(token)
    found = order(*keys) if keys else None
    if found is None:
        raise Http404
    if request.method != "POST":
        market_id = found.market_id or markets_of([found.seller_id])[found.seller_id]
        return _page("order_reviews", token, market_id)
    if not _is_pressed(request):
        return HttpResponse(status=400)
    silence_letters(actor=_of(found.buyer_id), buyer_id=found.buyer_id, is_silent=True)
    return HttpResponse(status=204)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def awaited_letters(request: HttpRequest, token: str) -> HttpResponse:
    """Letters about goods that are back, all of them, and what is awaited ends."""
    _take(request)
    keys = read_await_token(token)
    if keys is None:
        raise Http404
    owner, market_id = keys
    if request.method != "POST":
        return _page("awaited_letters", token, market_id)
    if not _is_pressed(request):
        return HttpResponse(status=400)
    silence_mailbox(actor=_of(owner), buyer_id=owner, is_silent=True)
    return HttpResponse(status=204)


def _take(request: HttpRequest) -> None:
    take(PRESSES, network_of(request.META.get("REMOTE_ADDR", "")))


def _is_pressed(request: HttpRequest) -> bool:
    name, value = PRESS
    return request.POST.get(name) == value


def _page(link: str, token: str, market_id: UUID) -> HttpResponse:
    path = settings.MESSAGE_LINKS[link].format(token=token)
    return HttpResponseRedirect(f"{address_start(market_id)}{path}")


def _of(buyer_id: UUID) -> Actor:
    return Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS)

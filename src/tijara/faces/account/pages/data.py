"""One's data by a press: a copy of it, and the end of the account."""

from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.accounts.queries import account
from tijara.domains.markets.queries import address_start
from tijara.domains.orders.queries import order_link_token
from tijara.domains.parties.queries import buyers_of
from tijara.domains.privacy.actions import CannotClose, CopyTooSoon, ask_closing, ask_copy
from tijara.domains.privacy.queries import copy_file, copy_of, hurdles_of
from tijara.domains.privacy.shapes import CLOSING_TIME, Hurdle, Obstacle
from tijara.domains.stores.queries import stores
from tijara.faces.account.people import (
    account_page,
    as_person,
    market_id,
    proved,
)
from tijara.faces.account.words import HURDLES
from tijara.kit.clock import now
from tijara.ui import downloads
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, sentence_of
from tijara.ui.visitors import forget_visitor

PAGE = "/account/data"
SECONDS = 5
"""Until the page looks again by itself whether the copy is there."""


@require_safe
@proved
def data(request: HttpRequest) -> HttpResponse:
    copy = copy_of(request.user.pk)
    response = account_page(request, "data", {"copy": copy})
    if copy and copy.state == "waiting":
        response["Refresh"] = str(SECONDS)
    return response


@require_POST
@proved
def data_copy(request: HttpRequest) -> HttpResponse:
    try:
        ask_copy(actor=as_person(request), language=get_language(), market_id=market_id())
    except CopyTooSoon as refusal:
        return see_other(local(PAGE), sentence_of(refusal), "warn")
    return see_other(local(PAGE), _("We are putting your copy together."))


@require_safe
@proved
def data_file(request: HttpRequest) -> HttpResponseBase:
    """His own alone: the address names nobody."""
    found = copy_file(request.user.pk)
    if found is None:
        raise Http404
    day = timezone.localdate().isoformat()
    return downloads.kept(found.path, f"my-data-{day}.zip")


@require_http_methods(["GET", "HEAD", "POST"])
@proved
def closing(request: HttpRequest) -> HttpResponse:
    """What happens, what is in the way, and the press. Whoever is proved has shown of late that the
    account is his."""
    if request.method != "POST":
        return _closing_form(request)
    if not request.POST.get("sure"):
        return _closing_form(request, field_sentence("required"))
    try:
        ask_closing(actor=as_person(request), market_id=market_id())
    except CannotClose:
        return _closing_form(request, status=409)
    logout(request)
    response = see_other(local("/account/closed"))
    forget_visitor(request, response)
    return response


@require_safe
def closed(request: HttpRequest) -> HttpResponse:
    """After the press, when nobody is signed in any more: how one comes back."""
    return account_page(request, "closed", {"days": CLOSING_TIME.days})


def _closing_form(request: HttpRequest, wrong: str = "", status: int = 200) -> HttpResponse:
    hurdles = hurdles_of(request.user.pk)
    shops = stores({one.about for one in hurdles if one.kind is Obstacle.SELLS})
    context = {
        "person": account(request.user.pk),
        "hurdles": [(*HURDLES[one.kind], _about(one, shops), _way(one)) for one in hurdles],
        "day": now() + CLOSING_TIME,
        "days": CLOSING_TIME.days,
        "has_bought": bool(buyers_of(request.user.pk)),
        "wrong": wrong,
    }
    return account_page(request, "closing", context, status=422 if wrong else status)


def _about(one: Hurdle, shops: dict) -> object:
    return shops.get(one.about, "") if one.kind is Obstacle.SELLS else one.about


def _way(one: Hurdle) -> str:
    """Where it is brought to its end."""
    if one.kind is Obstacle.WALLET and one.market_id:
        return f"{address_start(one.market_id)}{local('/wallet')}"
    if one.order_id and one.seller_id:
        return f"{local('/orders/')}{order_link_token(one.seller_id, one.order_id)}"
    ways = {
        Obstacle.SELLS: "/hub/people",
        Obstacle.APPLIES: "/account/selling",
        Obstacle.STAFF: "/office/people",
    }
    return local(ways.get(one.kind, "/contact"))

"""Failures as pages: refusals by their kind, and the framework's own 400, 403, 404, 429 and 500."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlencode, urlsplit

from django.db import DataError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.urls import is_valid_path
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.limits import RateLimited
from tijara.platform.merging.desk import DeskBusy
from tijara.ui.busy import busy_page
from tijara.ui.directions import see_other
from tijara.ui.language import bare, local
from tijara.ui.refusal_texts import field_sentence, sentence_of, title_of

STATUS = {
    Kind.INVALID: HTTPStatus.UNPROCESSABLE_ENTITY,
    Kind.FORBIDDEN: HTTPStatus.FORBIDDEN,
    Kind.MISSING: HTTPStatus.NOT_FOUND,
    Kind.CONFLICT: HTTPStatus.CONFLICT,
    Kind.UNAVAILABLE: HTTPStatus.SERVICE_UNAVAILABLE,
}
PAGES: dict[str, tuple[Promise, Promise]] = {
    "not_found": (
        _("There is nothing at this address"),
        _("The link may be old, or a letter is missing. Search for it, or start from the front."),
    ),
    "forbidden": (
        _("This page isn’t open to you"),
        _("Sign in with the account that it belongs to."),
    ),
    "not_your_accounts": (
        _("This page isn’t open to you"),
        _("Your account doesn’t open it. Ask whoever runs it to let you in, or use another one."),
    ),
    "no_power": (
        _("This page isn’t open to you"),
        _("Your account doesn’t open it. Ask whoever runs it to let you in, or use another one."),
    ),
    "same_origin": (
        _("We couldn’t tell where this came from"),
        _("Open the page again and repeat the step from there. Nothing was changed."),
    ),
    "no_page": (
        _("There is no page at this address"),
        _("It only takes what a button or a form sends. Go back and press it there."),
    ),
    "bad_request": (
        _("We couldn’t read this request"),
        _("Go back and try again. Nothing was changed."),
    ),
    "too_many": (
        _("That was a little fast"),
        _("Wait a minute and try again. What you entered is still with you."),
    ),
    "server_error": (
        _("Something broke on our side"),
        _("We have been told and are looking into it. Your money and your orders are safe."),
    ),
}
PASSING = (
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.SERVICE_UNAVAILABLE,
)
"""What may be over in a moment: the same page can be asked for again."""
DESKS = {"hub": _("Go to the seller hub"), "office": _("Go to the back office")}
"""Where the way of somebody at work leads back to, by the first word of an address."""
LAST_RESORT = (
    "<!doctype html><html lang='ar' dir='rtl'><meta charset='utf-8'><title>تجارة</title>"
    "<h1>تعطّل شيء عندنا</h1><p>أموالك وطلباتك محفوظة. حاول بعد قليل.</p>"
    "<p lang='en' dir='ltr'>Something broke on our side. Please try again in a moment.</p>"
    "<p lang='fr' dir='ltr'>Un incident s’est produit chez nous. Réessayez dans un instant.</p>"
    "</html>"
)
log = logging.getLogger("tijara.problems")


def wants_json(request: HttpRequest) -> bool:
    accept = request.headers.get("Accept", "")
    return accept.startswith("application/json") or request.path_info.startswith("/api/")


def problem_page(request: HttpRequest, status: int, page: str) -> HttpResponse:
    """One of PAGES as a page, or as JSON for a program."""
    is_other = page == "forbidden" and _is_known(request)
    title, sentence = PAGES["not_your_accounts" if is_other else page]
    return _answer(request, status, page, title, sentence)


def refusal_page(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The page of a refusal that no view has caught."""
    if isinstance(refusal, RateLimited):
        return too_many(request, refusal.facts["seconds"])
    if isinstance(refusal, DeskBusy):
        return busy_page(request, refusal, is_for_program=wants_json(request))
    fields = refusal.fields if isinstance(refusal, Invalid) else {}
    wrong = {name: field_sentence(code) for name, code in fields.items()}
    return _answer(
        request,
        STATUS[refusal.kind],
        refusal.code,
        title_of(refusal),
        sentence_of(refusal),
        wrong,
    )


def _answer(
    request: HttpRequest,
    status: int,
    code: str,
    title: object,
    sentence: object,
    fields: dict[str, str] | None = None,
) -> HttpResponse:
    facts = {"code": code, "title": str(title), "detail": str(sentence), "fields": fields or {}}
    if wants_json(request):
        return JsonResponse({**facts, "status": int(status)}, status=status)
    is_outside = status == HTTPStatus.FORBIDDEN and not _is_past_the_door(request, code)
    told = {"problem": facts, "status": status, "room": "" if is_outside else _room(request)}
    told["ways"] = _ways_on(request, status, code)
    return render(request, "ui/problem.html", told, status=status)


def _ways_on(request: HttpRequest, status: int, code: str) -> list[tuple[str, object]]:
    """Address and words of what the reader can do next, the likeliest first."""
    room = _room(request)
    home = (local(f"/{room}/"), DESKS[room]) if room else (local("/"), _("Go to the front page"))
    if status == HTTPStatus.FORBIDDEN and code != "same_origin":
        if _is_past_the_door(request, code):
            return [home, _door(request)]
        return [_door(request), (local("/"), _("Go to the front page"))]
    if status in PASSING and request.method == "GET":
        return [(request.get_full_path(), _("Try again")), home]
    if status in PASSING and (form := _form_of(request)):
        return [(form, _("Back to the page you sent it from")), home]
    return [home]


def _form_of(request: HttpRequest) -> str:
    """The page of ours whose form was sent, as the browser says it; nothing where it doesn't."""
    said = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(said, {request.get_host()}):
        return ""
    _scheme, _host, path, query, _part = urlsplit(said)
    where = f"{path}?{query}" if path and query else path
    return where if url_has_allowed_host_and_scheme(where, None) else ""


def _page_above(request: HttpRequest) -> str:
    """The nearest address above an act's that is one of ours: /cart, of /cart/lines/…/removal. If
    that is an act, too, it leads further up."""
    start = request.path.removesuffix(request.path_info)
    above = request.path_info.rstrip("/")
    while "/" in above[1:]:
        above = above.rpartition("/")[0]
        for asked in (above, f"{above}/"):
            if is_valid_path(asked, getattr(request, "urlconf", None)):
                return f"{start}{asked}"
    return local("/")


def _is_past_the_door(request: HttpRequest, code: str) -> bool:
    """Whether who is refused works at this desk: the desk's door says "forbidden", and what lies
    behind it refuses in other words. Its first page can't be the way out of itself."""
    room = _room(request)
    is_within = bool(room) and bare(request.path).strip("/") != room
    return is_within and code != "forbidden" and _is_known(request)


def _door(request: HttpRequest) -> tuple[str, object]:
    """Who is signed in already is not sent to a door that leads him back."""
    if _is_known(request):
        return local("/account/"), _("Go to my account")
    back = f"?{urlencode({'next': request.get_full_path()})}" if request.method == "GET" else ""
    return local("/account/sign-in") + back, _("Sign in")


def _is_known(request: HttpRequest) -> bool:
    return hasattr(request, "user") and request.user.is_authenticated


def _room(request: HttpRequest) -> str:
    """The desk at which it happened, so that its page leads back there and not to the shop."""
    first = bare(request.path).split("/")[1]
    return first if first in DESKS else ""


class ProblemMiddleware:
    """A Refusal that reaches the door becomes its page, and so does a value that no column holds
    (a NUL, a number beyond all bounds). Any other exception stays loud. Whose browser opens the
    address of a form's act (he came back to what was refused, say) is led to the page that the
    form stands on; anything else that asks is told so.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if isinstance(answer, HttpResponseNotAllowed) and request.method == "GET":
            if "text/html" in request.headers.get("Accept", ""):
                return see_other(_page_above(request))
            told = problem_page(request, answer.status_code, "no_page")
            told["Allow"] = answer["Allow"]
            return told
        return answer

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        if isinstance(problem, Refusal):
            return refusal_page(request, problem)
        if isinstance(problem, DataError):
            log.warning("a value that the database can't hold", exc_info=problem)
            return problem_page(request, 400, "bad_request")
        return None


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem_page(request, 400, "bad_request")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem_page(request, 403, "forbidden")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem_page(request, 404, "not_found")


def too_many(request: HttpRequest, seconds: object) -> HttpResponse:
    """For the rate limiter, which says when to come again."""
    response = problem_page(request, 429, "too_many")
    response["Retry-After"] = str(seconds)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Even if the page itself can't be drawn, the reader gets a sentence."""
    try:
        return problem_page(request, 500, "server_error")
    except Exception:
        log.exception("the error page failed")
        return HttpResponse(LAST_RESORT, status=500)

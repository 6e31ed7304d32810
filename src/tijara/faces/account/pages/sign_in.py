"""Sign in or open an account: one page, one field. The code that comes to it does the rest."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tijara.domains.accounts.actions import (
    CodeTooSoon,
    TooManyCodes,
    TooManyTries,
    WrongPassword,
    check_sign_in,
    send_code,
)
from tijara.domains.accounts.queries import demonstration_accounts, recipient_of
from tijara.domains.accounts.shapes import AccountCard
from tijara.domains.parties.queries import sellers_of
from tijara.domains.stores.queries import stores
from tijara.faces.account.arrival import arrive
from tijara.faces.account.entering import Attempt, attempt_of, begin_attempt, keep_attempt
from tijara.faces.account.landing import landing, safe_next
from tijara.faces.account.people import VISITOR, account_page, country, market_id
from tijara.kit.phones import example_mobile
from tijara.kit.refusal import Refusal
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.pace import network_of
from tijara.ui.refusal_texts import field_sentence, sentence_of

CODE_PAGE = "/account/sign-in/code"


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _check_password(request) if "password" in request.POST else _send_code(request)
    if not request.user.is_authenticated:
        return _form(request)
    person = request.user
    return see_other(safe_next(request) or landing(person.pk, is_operator=person.is_operator))


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def password_sign_in(request: HttpRequest) -> HttpResponse:
    """For who has chosen a password and would rather not wait for a code."""
    return _check_password(request) if request.method == "POST" else _form(request, by="password")


def send_attempts_code(request: HttpRequest, attempt: Attempt) -> None:
    send_code(
        actor=VISITOR,
        purpose="sign_in",
        recipient=attempt.recipient,
        language=get_language(),
        owner_id=attempt.id,
        network=network_of(request.META.get("REMOTE_ADDR", "")),
        market_id=market_id(),
    )


def _send_code(request: HttpRequest) -> HttpResponse:
    recipient = recipient_of(_typed(request), country())
    if recipient is None:
        return _form(request, wrong=field_sentence("recipient_invalid"), status=422)
    before = attempt_of(request)
    attempt = begin_attempt(request, recipient, safe_next(request))
    try:
        send_attempts_code(request, attempt)
    except CodeTooSoon as refusal:
        if before is None or before.recipient != recipient:
            return _form(request, refusal=refusal, status=429)
    except TooManyCodes as refusal:
        return _form(request, refusal=refusal, status=429)
    response = see_other(local(CODE_PAGE))
    keep_attempt(response, attempt)
    return response


def _check_password(request: HttpRequest) -> HttpResponse:
    typed = _typed(request)
    try:
        found = check_sign_in(
            actor=VISITOR,
            login=recipient_of(typed, country()) or typed,
            password=request.POST.get("password", ""),
            address=request.META.get("REMOTE_ADDR", ""),
        )
    except WrongPassword as refusal:
        return _form(request, refusal=refusal, by="password", status=422)
    except TooManyTries as refusal:
        response = _form(request, refusal=refusal, by="password", status=429)
        response["Retry-After"] = str(refusal.facts["minutes"] * 60)
        return response
    return arrive(request, found.id, safe_next(request))


def _typed(request: HttpRequest) -> str:
    return request.POST.get("login") or request.POST.get("email", "")


def _form(
    request: HttpRequest,
    *,
    refusal: Refusal | None = None,
    wrong: str = "",
    by: str = "code",
    status: int = 200,
) -> HttpResponse:
    """What was typed stays; who comes back from the code's page finds it again."""
    attempt = attempt_of(request)
    context = {
        "login": _typed(request) or (attempt.recipient if attempt else ""),
        "next": safe_next(request) or (attempt.next if attempt else ""),
        "problem": sentence_of(refusal) if refusal else "",
        "wrong": wrong,
        "by": by,
        "people": _demonstration_people() if settings.DEMONSTRATION else [],
        "password": settings.DEMONSTRATION_PASSWORD,
        "example": example_mobile(country()),
    }
    return account_page(request, "sign_in", context, status=status)


def _demonstration_people() -> list[tuple[AccountCard, object]]:
    """Each with his store, or None."""
    people = demonstration_accounts()
    places = {person.id: next(iter(sellers_of(person.id)), None) for person in people}
    cards = stores([seller_id for seller_id in places.values() if seller_id])
    return [(person, cards.get(places.get(person.id))) for person in people]

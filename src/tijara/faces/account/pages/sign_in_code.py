"""The code that came to the phone or the e-mail: it opens the account, or makes it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.accounts.actions import (
    AccountClosed,
    CodeOver,
    CodeTooSoon,
    TooManyCodes,
    WrongCode,
    sign_in_by_code,
)
from tijara.faces.account.arrival import arrive
from tijara.faces.account.entering import Attempt, attempt_of
from tijara.faces.account.pages.sign_in import CODE_PAGE, send_attempts_code
from tijara.faces.account.people import VISITOR, account_page
from tijara.kit.refusal import Refusal
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_code(request: HttpRequest) -> HttpResponse:
    attempt = attempt_of(request)
    if attempt is None:
        return see_other(local("/account/sign-in"))
    return _check(request, attempt) if request.method == "POST" else _form(request, attempt)


@never_cache
@require_POST
def another_code(request: HttpRequest) -> HttpResponse:
    attempt = attempt_of(request)
    if attempt is None:
        return see_other(local("/account/sign-in"))
    try:
        send_attempts_code(request, attempt)
    except (CodeTooSoon, TooManyCodes) as refusal:
        return see_other(local(CODE_PAGE), sentence_of(refusal), "warn")
    return see_other(local(CODE_PAGE), _("A new code is on its way. The one before is void."))


def _check(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    try:
        found = sign_in_by_code(
            actor=VISITOR,
            recipient=attempt.recipient,
            code=request.POST.get("code", ""),
            attempt_id=attempt.id,
            language=get_language(),
        )
    except (WrongCode, CodeOver, AccountClosed) as refusal:
        return _form(request, attempt, refusal)
    return arrive(request, found.id, attempt.next)


def _form(request: HttpRequest, attempt: Attempt, refusal: Refusal | None = None) -> HttpResponse:
    context = {
        "recipient": attempt.recipient,
        "typed": request.POST.get("code", "")[:12],
        "wrong": sentence_of(refusal) if refusal else "",
        "is_over": isinstance(refusal, CodeOver),
    }
    return account_page(request, "sign_in_code", context, status=422 if refusal else 200)

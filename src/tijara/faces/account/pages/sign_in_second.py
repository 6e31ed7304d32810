"""The second factor, after the first was right: a code of the app, a recovery code, a passkey."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tijara.domains.accounts.actions import TooManyTries, count_second_try, forgive_second_tries
from tijara.faces.account.arrival import seat
from tijara.faces.account.entering import HalfIn, half_in
from tijara.faces.account.factors import (
    factors_of,
    is_right_code,
    passkey_challenge,
    passkey_owner,
)
from tijara.faces.account.people import VISITOR, account_page
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, sentence_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_second(request: HttpRequest) -> HttpResponse:
    waiting = half_in(request)
    if waiting is None:
        return see_other(local("/account/sign-in"))
    return _check(request, waiting) if request.method == "POST" else _form(request, waiting)


def _check(request: HttpRequest, waiting: HalfIn) -> HttpResponse:
    person = waiting.person
    try:
        count_second_try(actor=VISITOR, person_id=person.pk)
    except TooManyTries as refusal:
        return _form(request, waiting, sentence_of(refusal), status=429)
    if answer := request.POST.get("passkey"):
        is_right = passkey_owner(answer, person) is not None
    else:
        is_right = is_right_code(person.pk, request.POST.get("code", ""))
    if not is_right:
        return _form(request, waiting, field_sentence("second_wrong"), status=422)
    forgive_second_tries(actor=VISITOR, person_id=person.pk)
    return seat(request, person, waiting.next, has_second=True)


def _form(
    request: HttpRequest, waiting: HalfIn, wrong: str = "", *, status: int = 200
) -> HttpResponse:
    factors = factors_of(waiting.person.pk)
    context = {
        "factors": factors,
        "challenge": passkey_challenge(waiting.person) if factors.passkeys else None,
        "wrong": wrong,
    }
    return account_page(request, "sign_in_second", context, status=status)

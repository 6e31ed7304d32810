"""Prove anew who one is, before what protects the account is changed."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.accounts.actions import (
    CodeOver,
    CodeTooSoon,
    TooManyCodes,
    TooManyTries,
    WrongCode,
    WrongPassword,
    check_code,
    check_sign_in,
    count_second_try,
    send_code,
)
from tijara.domains.accounts.queries import account
from tijara.faces.account.factors import (
    factors_of,
    is_right_code,
    passkey_challenge,
    passkey_owner,
)
from tijara.faces.account.landing import safe_next
from tijara.faces.account.people import PROVED, account_page, as_person, market_id, signed_in
from tijara.kit.clock import now
from tijara.kit.refusal import Refusal
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, sentence_of

PURPOSE = "proof"
REFUSED = (WrongCode, CodeOver, WrongPassword, TooManyTries)


class ProofWrong(Refusal):
    code = "account.proof_wrong"


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def proof(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request)
    try:
        _check(request)
    except (*REFUSED, ProofWrong) as refusal:
        text = sentence_of(refusal)
        if isinstance(refusal, WrongPassword | ProofWrong):
            text = field_sentence("proof_wrong")
        return _form(request, text)
    request.session[PROVED] = now().timestamp()
    return see_other(safe_next(request) or local("/account/security"))


@require_POST
@signed_in
def proof_code(request: HttpRequest) -> HttpResponse:
    """Send a code to one's own phone or e-mail."""
    person = account(request.user.pk)
    address = f"{local('/account/proof')}?{request.GET.urlencode()}"
    try:
        send_code(
            actor=as_person(request),
            purpose=PURPOSE,
            recipient=person.phone or person.email,
            language=get_language(),
            owner_id=person.id,
            market_id=market_id(),
        )
    except (CodeTooSoon, TooManyCodes) as refusal:
        return see_other(address, sentence_of(refusal), "warn")
    return see_other(address, _("We have sent you a code."))


def _check(request: HttpRequest) -> None:
    """Where a second factor is set, only that is proof enough: a phone may lie beside its owner."""
    person, given = account(request.user.pk), request.POST
    if factors_of(person.id):
        count_second_try(actor=as_person(request), person_id=person.id)
        if given.get("passkey"):
            is_right = passkey_owner(given["passkey"], request.user) is not None
        else:
            is_right = is_right_code(person.id, given.get("code", ""))
        if not is_right:
            raise ProofWrong
    elif given.get("password"):
        check_sign_in(
            actor=as_person(request),
            login=person.reach,
            password=given["password"],
            address=request.META.get("REMOTE_ADDR", ""),
        )
    else:
        check_code(
            actor=as_person(request),
            purpose=PURPOSE,
            recipient=person.phone or person.email,
            code=given.get("code", ""),
            owner_id=person.id,
        )


def _form(request: HttpRequest, wrong: str = "") -> HttpResponse:
    factors = factors_of(request.user.pk)
    person = account(request.user.pk)
    context = {
        "person": person,
        "recipient": person.phone or person.email,
        "factors": factors,
        "challenge": passkey_challenge(request.user) if factors.passkeys else None,
        "next": safe_next(request),
        "wrong": wrong,
    }
    return account_page(request, "proof", context, status=422 if wrong else 200)

"""Set up and take down second factors. Each of these pages asks for a fresh proof first."""

import segno
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, generate_totp_secret
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.faces.account.factors import (
    Type,
    add_app,
    add_passkey,
    factors_of,
    passkey_to_add,
    recovery_codes,
    remove_factor,
)
from tijara.faces.account.pages.security import PAGE
from tijara.faces.account.people import account_page, proved
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence
from tijara.ui.visitors import NUDGE

CODES_PAGE = "/account/security/recovery-codes"


@require_http_methods(["GET", "HEAD", "POST"])
@proved
def app(request: HttpRequest) -> HttpResponse:
    """The secret stays the same until the code is right: the app may have read it already."""
    secret = request.session.get(SECRET_SESSION_KEY) or generate_totp_secret()
    request.session[SECRET_SESSION_KEY] = secret
    wrong = ""
    if request.method == "POST":
        if add_app(request, secret, request.POST.get("code", "")):
            del request.session[SECRET_SESSION_KEY]
            return _added(request)
        wrong = field_sentence("app_code_wrong")
    address = get_adapter().build_totp_url(request.user, secret)
    context = {
        "picture": segno.make(address, error="m").svg_data_uri(scale=5, border=2),
        "address": address,
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "wrong": wrong,
    }
    return account_page(request, "app", context, status=422 if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@proved
def passkey(request: HttpRequest) -> HttpResponse:
    """Made by the browser; its answer comes back as a field of the form."""
    wrong = ""
    if request.method == "POST":
        name = request.POST.get("name", "") or _("My device")
        if add_passkey(request, request.POST.get("passkey", ""), name):
            return _added(request)
        wrong = _("The browser did not make a passkey. Try again, or set up an app instead.")
    context = {"challenge": passkey_to_add(request), "wrong": wrong}
    return account_page(request, "passkey", context, status=422 if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@proved
def codes(request: HttpRequest) -> HttpResponse:
    """Shown to who has just proved himself; a POST makes others."""
    if not factors_of(request.user.pk):
        return see_other(local(PAGE))
    if request.method == "POST":
        recovery_codes(request, anew=True)
        return see_other(local(CODES_PAGE), _("These are new. The old ones are good no more."))
    return account_page(request, "recovery_codes", {"codes": recovery_codes(request)})


@require_POST
@proved
def app_removal(request: HttpRequest) -> HttpResponse:
    remove_factor(request.user.pk, Type.TOTP)
    return _removed(request)


@require_POST
@proved
def passkey_removal(request: HttpRequest, passkey_id: int) -> HttpResponse:
    remove_factor(request.user.pk, Type.WEBAUTHN, passkey_id)
    return _removed(request)


def _added(request: HttpRequest) -> HttpResponse:
    request.session.pop(NUDGE, None)
    said = _("Done. Keep these codes where you find them without your phone.")
    return see_other(local(CODES_PAGE), said)


def _removed(request: HttpRequest) -> HttpResponse:
    if request.user.is_operator and not factors_of(request.user.pk):
        request.session[NUDGE] = True
    return see_other(local(PAGE), _("Removed."))

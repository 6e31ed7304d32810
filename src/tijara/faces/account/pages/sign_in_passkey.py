"""Sign in by a passkey alone: it is in the device and asks for a finger, a face or a number, so
that it is two factors at once."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from tijara.faces.account.arrival import seat
from tijara.faces.account.factors import passkey_challenge, passkey_owner
from tijara.faces.account.landing import safe_next
from tijara.platform.limits import Limit, take
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.pace import network_of

ASKING = Limit("account.passkey", at_once=20, each_minute=10)
"""Each challenge is a session in the database."""


@never_cache
@require_POST
def passkey_question(request: HttpRequest) -> HttpResponse:
    take(ASKING, network_of(request.META.get("REMOTE_ADDR", "")))
    return HttpResponse(passkey_challenge(), content_type="application/json")


@never_cache
@require_POST
def sign_in_passkey(request: HttpRequest) -> HttpResponse:
    person = passkey_owner(request.POST.get("passkey", ""))
    if person is None or not person.is_active:
        said = _("This passkey opens no account here. Enter with a code instead.")
        return see_other(local("/account/sign-in"), said, "warn")
    return seat(request, person, safe_next(request), has_second=True)

"""Sign out: the session ends on the server."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from tijara.faces.account.landing import SIGN_IN, see_other
from tijara.ui.flash import flash
from tijara.ui.language import local


@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    response = see_other(local(SIGN_IN))
    flash(response, _("You have signed out."))
    return response

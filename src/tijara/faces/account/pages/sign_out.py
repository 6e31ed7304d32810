"""Sign out: the session ends on the server, and the next in this browser is a new guest."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from tijara.faces.account.devices import end_this_device
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.visitors import forget_visitor


@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    end_this_device(request)
    logout(request)
    response = see_other(local(settings.LOGIN_URL), _("You have signed out."))
    forget_visitor(request, response)
    return response

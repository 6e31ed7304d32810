"""A payment gateway's notice: kept as it came, answered at once, looked into by the worker."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from tijara.domains.payments.actions import keep_notice
from tijara.domains.payments.queries import card_gateway_name
from tijara.kit.actor import SYSTEM
from tijara.platform.limits import Limit, take
from tijara.ui.pace import network_of

NOTICES = Limit("hooks.payments", at_once=300, each_minute=1200)
"""Of one network; a gateway whose notices are refused posts them again."""
MOST_READ = 64 * 1024 + 1
"""One byte more than is kept: what is longer is seen to be cut."""


@csrf_exempt
@require_POST
def payment_notice(request: HttpRequest, gateway: str) -> HttpResponse:
    """The same answer whatever came: nobody learns here what a good notice looks like."""
    if not gateway or gateway != card_gateway_name():
        raise Http404
    take(NOTICES, network_of(request.META.get("REMOTE_ADDR", "")))
    body = request.read(MOST_READ)
    keep_notice(actor=SYSTEM, gateway=gateway, body=body, headers=dict(request.headers))
    return HttpResponse(status=204)

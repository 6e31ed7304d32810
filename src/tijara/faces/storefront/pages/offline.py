"""What a device shows without a network: that there is none, and which pages it has saved."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.faces.storefront.frame import page


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    return page(request, "offline", {"noindex": True}, shows=())

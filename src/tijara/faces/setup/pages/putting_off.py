"""A step that can wait is put off: what stands without it sells too."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from tijara.domains.installation.shapes import CAN_WAIT, Step
from tijara.faces.setup.seat import seat_of


@never_cache
@require_POST
def putting_off(request: HttpRequest, step: str) -> HttpResponse:
    if step not in CAN_WAIT:
        raise Http404
    seat = seat_of(request, Step(step))
    return seat if isinstance(seat, HttpResponse) else seat.settles(is_put_off=True)

"""A step that can wait is put off: what stands without it sells too."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from tijara.domains.installation.shapes import CAN_WAIT, Step
from tijara.faces.setup.seat import seat_of, turned_away


@never_cache
@require_POST
def putting_off(request: HttpRequest, step: str) -> HttpResponse:
    if step not in CAN_WAIT:
        raise Http404
    asked = Step(step)
    turned = turned_away(request, asked)
    return turned if turned is not None else seat_of(request, asked).settles(is_put_off=True)

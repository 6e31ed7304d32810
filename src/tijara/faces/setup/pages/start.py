"""Where the set-up begins, and where it goes on after a pause."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tijara.domains.installation.shapes import Step
from tijara.faces.setup.pages.owner import take_key
from tijara.faces.setup.seat import next_of, seat_of


@never_cache
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The link that `tijara up` prints leads here, with its key."""
    if "key" in request.GET:
        return take_key(request.GET["key"])
    seat = seat_of(request, Step.MARKET)
    return seat if isinstance(seat, HttpResponse) else next_of(seat.state)

"""Cards of the products that a device remembers: a piece of a page, the same for whoever asks."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.search.queries import cards
from tijara.faces.storefront.frame import part
from tijara.faces.storefront.here import here
from tijara.faces.storefront.rated import ratings_on
from tijara.faces.storefront.typed import read_id

MOST = 12


@require_safe
def seen(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("of", "").split(",")[:MOST]
    known = [one for one in map(read_id, asked) if one]
    found = cards(list(dict.fromkeys(known)), here().id) if known else []
    return part(request, "cards", {"cards": found, "ratings": ratings_on(found)})

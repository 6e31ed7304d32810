"""The districts of a city, for the form of an address: what its field suggests."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from tijara.domains.geography.queries import districts
from tijara.ui.pieces.words import named

KEPT_SECONDS = 3600
LONGEST_CODE = 40


@require_safe
def city_districts(request: HttpRequest) -> JsonResponse:
    known = districts(request.GET.get("city", "").replace("\0", "")[:LONGEST_CODE])
    response = JsonResponse({"names": [named(one) for one in known]})
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return response
